import { startBrowser } from './src/browser.ts'
const browser = await startBrowser()
const [,, out, ...paths] = process.argv
for (const scheme of ['light','dark']) for (const width of [1440, 390]) {
  const ctx = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
  const page = await ctx.newPage()
  page.on('pageerror', e => console.log('ERR', e.message))
  for (const p of paths) {
    await page.goto('http://127.0.0.1:39600' + p); await page.waitForTimeout(2500)
    const w = await page.evaluate(() => document.documentElement.scrollWidth)
    if (w > width) console.log('WIDE', p, width, w)
    await page.screenshot({ path: `${out}/${p.replace(/\W+/g, '_')}-${width}-${scheme}.png`, fullPage: true })
  }
  await ctx.close()
}
await browser.close()
