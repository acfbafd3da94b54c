#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = new URL('../dist/main.js', import.meta.url)
if (existsSync(fileURLToPath(main))) await import(main.href)
else {
  console.error('cordon: not built yet. Run `npm run build` in the repository once, then try again.')
  process.exitCode = 1
}
