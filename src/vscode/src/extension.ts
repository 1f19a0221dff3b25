// The door: starts the language server, and offers the diagram.
import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';
import { Previews } from './preview.js';
import { findTool, type Tool } from './tool.js';

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
    const previews = new Previews(currentTool);
    context.subscriptions.push(
        previews,
        vscode.commands.registerCommand('protodsl.restartServer', restart),
        vscode.commands.registerCommand('protodsl.showDiagram', async () => {
            const document = vscode.window.activeTextEditor?.document;
            if (document?.languageId === 'transitions') {
                await previews.show(document);
            } else {
                void vscode.window.showInformationMessage('Open a .transitions file first: its diagram is shown beside it.');
            }
        }),
        vscode.workspace.onDidGrantWorkspaceTrust(restart),
        vscode.workspace.onDidChangeConfiguration(async change => {
            if (change.affectsConfiguration('protodsl.path')) {
                await restart();
            }
        }),
    );
    await start();
}

export async function deactivate(): Promise<void> {
    await client?.dispose();
}

function currentTool(): Tool {
    const setting = vscode.workspace.getConfiguration('protodsl').get<string>('path', '');
    const folders = vscode.workspace.isTrusted ? vscode.workspace.workspaceFolders ?? [] : [];
    return findTool(setting, folders.filter(folder => folder.uri.scheme === 'file').map(folder => folder.uri.fsPath));
}

async function restart(): Promise<void> {
    await client?.dispose();
    client = undefined;
    await start();
}

async function start(): Promise<void> {
    const tool = currentTool();
    const server: ServerOptions = { command: tool.command, args: [...tool.args, 'lsp'], options: { cwd: tool.cwd } };
    const options: LanguageClientOptions = {
        documentSelector: [{ language: 'transitions' }],
        outputChannelName: 'ProtoDsl',
    };
    const started = client = new LanguageClient('protodsl', 'ProtoDsl', server, options);
    try {
        await started.start();
    } catch (error) {
        void explain(tool, error);
    }
}

// Without the program there are colours and snippets only, which nobody should have to find out alone.
async function explain(tool: Tool, error: unknown): Promise<void> {
    const install = 'Install';
    const settings = 'Settings';
    const shown = [tool.command, ...tool.args].join(' ');
    const answer = await vscode.window.showErrorMessage(
        `The language server cannot be started as '${shown} lsp': ${error instanceof Error ? error.message : String(error)}`, install, settings);
    if (answer === install) {
        const terminal = vscode.window.createTerminal('ProtoDsl');
        terminal.show();
        terminal.sendText('dotnet tool install --global ProtoDsl.Tool', false); // the user presses Enter
    } else if (answer === settings) {
        await vscode.commands.executeCommand('workbench.action.openSettings', 'protodsl.path');
    }
}
