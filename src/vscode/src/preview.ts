// The page of 'protodsl graph --format html' beside the table.
import * as vscode from 'vscode';
import { run, type Outcome } from './run.js';
import type { Tool } from './tool.js';

/** The diagrams that are shown, one a table. */
export class Previews implements vscode.Disposable {
    private readonly panels = new Map<string, Preview>();
    private readonly watching: vscode.Disposable;

    constructor(private readonly tool: () => Tool) {
        // Not at every key: the page forgets where its reader was.
        this.watching = vscode.workspace.onDidSaveTextDocument(document => void this.panels.get(document.uri.toString())?.draw(document));
    }

    async show(document: vscode.TextDocument): Promise<void> {
        const key = document.uri.toString();
        const known = this.panels.get(key);
        if (known) {
            known.reveal();
            return await known.draw(document);
        }

        const preview = new Preview(document, this.tool, () => this.panels.delete(key));
        this.panels.set(key, preview);
        await preview.draw(document);
    }

    dispose(): void {
        this.watching.dispose();
        [...this.panels.values()].forEach(panel => panel.dispose());
    }
}

class Preview implements vscode.Disposable {
    private readonly panel: vscode.WebviewPanel;
    private hasPage = false;
    private drawing = new AbortController();

    constructor(document: vscode.TextDocument, private readonly tool: () => Tool, onClosed: () => void) {
        const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
        this.panel = vscode.window.createWebviewPanel('protodsl.diagram', `Diagram of ${nameOf(document)}`, column, {
            enableScripts: true,
            retainContextWhenHidden: true,
            localResourceRoots: [], // the page brings everything with it
        });
        this.panel.onDidDispose(() => {
            this.drawing.abort();
            onClosed();
        });
    }

    reveal(): void {
        this.panel.reveal(undefined, true);
    }

    async draw(document: vscode.TextDocument): Promise<void> {
        this.drawing.abort();
        const drawing = this.drawing = new AbortController();
        try {
            const outcome = await run(this.tool(), ['graph', '--format', 'html', '--stdin-path', pathOf(document), '-'], document.getText(), drawing.signal);
            if (!drawing.signal.aborted) {
                this.show(document, outcome);
            }
        } catch (error) {
            if (!drawing.signal.aborted) {
                this.panel.webview.html = message(`protodsl cannot be started: ${String(error)}. See the setting 'protodsl.path'.`);
            }
        }
    }

    // A table with errors has no diagram: that of its last sound version stays, since the editor shows the errors anyway.
    private show(document: vscode.TextDocument, outcome: Outcome): void {
        const isSound = outcome.code === 0;
        const isKept = !isSound && this.hasPage;
        this.panel.title = `Diagram of ${nameOf(document)}${isKept ? ' (before the errors)' : ''}`;
        if (!isKept) {
            this.panel.webview.html = isSound ? outcome.output : message(outcome.errors || `protodsl ended with ${outcome.code}`);
            this.hasPage = isSound;
        }
    }

    dispose(): void {
        this.panel.dispose();
    }
}

function nameOf(document: vscode.TextDocument): string {
    return document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
}

function pathOf(document: vscode.TextDocument): string {
    return document.uri.scheme === 'file' ? document.uri.fsPath : `${nameOf(document)}.transitions`;
}

function message(text: string): string {
    const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"></head>`
        + `<body><pre style="white-space: pre-wrap">${escaped}</pre></body></html>`;
}
