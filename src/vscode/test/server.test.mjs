// The server, asked with the library that the editor asks with. PROTODSL names the program's dll; without it there is nothing to ask.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const rpc = createRequire(require.resolve('vscode-languageclient/node'))('vscode-jsonrpc/node');

test('the library of the editor and the server understand each other', { skip: process.env.PROTODSL ? false : 'PROTODSL is not set' }, async () => {
    const server = spawn('dotnet', [process.env.PROTODSL, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = rpc.createMessageConnection(server.stdout, server.stdin);
    const told = new Promise(resolve => connection.onNotification('textDocument/publishDiagnostics', message => message.diagnostics.length > 0 && resolve(message)));
    connection.listen();
    const { capabilities } = await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    assert.equal(capabilities.renameProvider.prepareProvider, true);
    await connection.sendNotification('initialized', {});
    const text = readFileSync(new URL('../../../examples/Tcp/Tcp.transitions', import.meta.url), 'utf8').replace('-> FIN_WAIT_2', '-> FIN_WIAT_2');
    const textDocument = { uri: 'file:///tmp/Tcp.transitions' };
    await connection.sendNotification('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'transitions', version: 1, text } });
    const { diagnostics } = await told;
    assert.ok(diagnostics.some(one => one.code === 'PDSL1020'));
    const symbols = await connection.sendRequest('textDocument/documentSymbol', { textDocument });
    assert.ok(symbols.some(symbol => symbol.name === 'TcpConnection'));
    await assert.rejects(connection.sendRequest('textDocument/magic', {}), { code: -32601 });
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal(await new Promise(resolve => server.on('exit', resolve)), 0);
});
