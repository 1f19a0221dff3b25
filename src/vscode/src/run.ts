// Runs the program once. Knows nothing of the editor either.
import { spawn } from 'node:child_process';
import type { Tool } from './tool.js';

/** What a run gave. */
export interface Outcome {
    code: number;
    output: string;
    errors: string;
}

/** Runs it with a text as its input. Rejects where it cannot be started. */
export function run(tool: Tool, args: readonly string[], input: string, signal?: AbortSignal): Promise<Outcome> {
    return new Promise((resolve, reject) => {
        const child = spawn(tool.command, [...tool.args, ...args], { cwd: tool.cwd, signal, windowsHide: true });
        const output: Buffer[] = [];
        const errors: Buffer[] = [];
        child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
        child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
        child.stdin.on('error', () => undefined); // it may end before it has read all
        child.on('error', reject);
        child.on('close', code => resolve({ code: code ?? -1, output: Buffer.concat(output).toString('utf8'), errors: Buffer.concat(errors).toString('utf8') }));
        child.stdin.end(input);
    });
}
