import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Leaves out the WOFF copies of fonts: every browser that runs the console reads WOFF2. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!/@fontsource.*\.css/.test(id)) return undefined
    return code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '')
  },
}

/**
 * The pages are loaded once the language stands (main.tsx); this tells the browser of them at once, so that they are on
 * their way meanwhile.
 */
const preloadPages: Plugin = {
  name: 'preload-pages',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((one) => one.type === 'chunk')
      const pages = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/app.tsx'))
      if (!pages) return []
      const isEntry = (name: string) => chunks.some(({ fileName, isEntry }) => isEntry && fileName === name)
      return [pages.fileName, ...pages.imports]
        .filter((name) => !isEntry(name))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` },
          injectTo: 'head' as const,
        }))
    },
  },
}

/** `CORDON_URL` names a running server to work against; without it the small stand-in under `dev/` answers. */
export default defineConfig(async ({ command }) => {
  const server = process.env.CORDON_URL
  const standIn = command === 'serve' && !server ? [(await import('./dev/stand-in.ts')).standIn] : []
  const proxied = { target: server ?? '', headers: { origin: server ?? '' } }
  return {
    plugins: [react(), woff2Only, preloadPages, ...standIn],
    build: { target: ['chrome123', 'firefox121', 'safari17.5'], assetsInlineLimit: 0 },
    server: server ? { proxy: { '/api': proxied, '/match': proxied, '/search': proxied } } : {},
  }
})
