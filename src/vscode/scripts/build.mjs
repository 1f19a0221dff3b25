// Puts the extension into one file, and the licences of what is in it beside that.
import { build } from 'esbuild';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const result = await build({
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    minify: true,
    metafile: true,
    logLevel: 'warning',
});

// 'node_modules/a/…' or 'node_modules/@a/b/…', the innermost where they are nested.
const packages = new Set(Object.keys(result.metafile.inputs)
    .map(path => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
    .filter(path => path !== undefined));
const notices = [...packages].sort().map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
    if (file === undefined || !existsSync(join(folder, file))) {
        throw new Error(`${name} has no licence file: it cannot be shipped`);
    }

    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
});
writeFileSync('dist/ThirdPartyNotices.txt', notices.join('\n----------------------------------------\n\n'));
