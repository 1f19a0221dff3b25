import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';

// The two files that know nothing of the editor.
const load = async name => {
    const result = await build({ entryPoints: [new URL(`../src/${name}.ts`, import.meta.url).pathname], bundle: true, platform: 'node', format: 'esm', write: false });
    return import(`data:text/javascript;base64,${Buffer.from(result.outputFiles[0].text).toString('base64')}`);
};
const { findTool } = await load('tool');
const { run } = await load('run');

const surroundings = (files, platform = 'linux') => ({ home: '/home/me', platform, exists: path => path in files, read: path => files[path] });
const manifest = join('/work', '.config', 'dotnet-tools.json');

test('the setting comes first', () => {
    assert.deepEqual(findTool(' ~/bin/protodsl ', [], surroundings({})), { command: '/home/me/bin/protodsl', args: [] });
    assert.deepEqual(findTool('/x/protodsl.DLL', [], surroundings({})), { command: 'dotnet', args: ['/x/protodsl.DLL'] });
});

test('then the local tool of a folder', () => {
    const files = { [manifest]: '{"version":1,"tools":{"ProtoDsl.Tool":{"version":"0.1.0"}}}' };
    assert.deepEqual(findTool('', ['/other', '/work'], surroundings(files)), { command: 'dotnet', args: ['tool', 'run', 'protodsl', '--'], cwd: '/work' });
});

for (const [what, text] of [['of other tools', '{"tools":{"other":{}}}'], ['without tools', '{}'], ['that is broken', '{']]) {
    test(`a manifest ${what} is none`, () => assert.deepEqual(findTool('', ['/work'], surroundings({ [manifest]: text })), { command: 'protodsl', args: [] }));
}

test('then the global one, then the search path', () => {
    const global = join('/home/me', '.dotnet', 'tools', 'protodsl');
    assert.deepEqual(findTool('', [], surroundings({ [global]: '' })), { command: global, args: [] });
    assert.deepEqual(findTool('', [], surroundings({ [`${global}.exe`]: '' }, 'win32')), { command: `${global}.exe`, args: [] });
    assert.deepEqual(findTool('', [], surroundings({})), { command: 'protodsl', args: [] });
});

test('a run has its input, its output, its errors and its code', async () => {
    const node = { command: process.execPath, args: ['-e', "process.stdin.on('data', text => process.stdout.write(text + '!')).on('end', () => { console.error(process.argv[1]); process.exitCode = 3; })"] };
    assert.deepEqual(await run(node, ['word'], 'é'), { code: 3, output: 'é!', errors: 'word\n' });
});

test('a run can be stopped, and one that cannot begin says so', async () => {
    const stop = new AbortController();
    const running = run({ command: process.execPath, args: ['-e', 'setInterval(() => 0, 1000)'] }, [], '', stop.signal);
    stop.abort();
    await assert.rejects(running, { name: 'AbortError' });
    await assert.rejects(run({ command: '/nowhere/protodsl', args: [] }, [], ''), { code: 'ENOENT' });
});
