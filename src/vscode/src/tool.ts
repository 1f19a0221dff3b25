// Finds the program. Knows nothing of the editor, so that it can be tested without one.
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** How the program is started. */
export interface Tool {
    command: string;
    args: string[];
    /** The folder in which; undefined where it does not matter. */
    cwd?: string;
}

/** What the search depends on; the tests have their own. */
export interface Surroundings {
    home: string;
    platform: NodeJS.Platform;
    exists(path: string): boolean;
    read(path: string): string;
}

const here: Surroundings = { home: homedir(), platform: process.platform, exists: existsSync, read: path => readFileSync(path, 'utf8') };

/**
 * The setting, where there is one; else the local tool of a folder, which is the version that its team builds with; else the global one;
 * else what the search path has.
 */
export function findTool(setting: string, folders: readonly string[], surroundings: Surroundings = here): Tool {
    const path = setting.trim().replace(/^~(?=[\\/])/, surroundings.home);
    if (path.length > 0) {
        return path.toLowerCase().endsWith('.dll') ? { command: 'dotnet', args: [path] } : { command: path, args: [] };
    }

    for (const folder of folders) {
        if (hasLocalTool(folder, surroundings)) {
            return { command: 'dotnet', args: ['tool', 'run', 'protodsl', '--'], cwd: folder };
        }
    }

    const global = join(surroundings.home, '.dotnet', 'tools', surroundings.platform === 'win32' ? 'protodsl.exe' : 'protodsl');
    return { command: surroundings.exists(global) ? global : 'protodsl', args: [] };
}

function hasLocalTool(folder: string, surroundings: Surroundings): boolean {
    for (const path of [join(folder, '.config', 'dotnet-tools.json'), join(folder, 'dotnet-tools.json')]) {
        if (surroundings.exists(path)) {
            try {
                const manifest = JSON.parse(surroundings.read(path)) as { tools?: Record<string, unknown> };
                return Object.keys(manifest.tools ?? {}).some(name => name.toLowerCase() === 'protodsl.tool');
            } catch {
                return false; // no manifest that can be read: dotnet will say so where it matters
            }
        }
    }

    return false;
}
