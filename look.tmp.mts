import { startBrowser } from '/work/wt-seapage/testing/src/index.ts'
import { startCordon } from '/work/wt-seapage/apps/console/src/tests/running-cordon.ts'
const browser = (await startBrowser())!
const cordon = await startCordon()
const [modes = 'dark1440', names = 'empty,drill,chosen,vessel,sighting'] = process.argv.slice(2)
const t0 = Date.now()
try {
  for (const [scheme, w, h] of [['dark',1440,900],['light',1440,900],['dark',390,844],['light',390,844]] as const) {
    if (!modes.split(',').includes(`${scheme}${w}`)) continue
    const context = await browser.newContext({ colorScheme: scheme, viewport: { width: w, height: h }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(60000)
    page.on('console', (m) => { if (m.type()==='error'||m.type()==='warning') console.log(m.type(), m.text().slice(0,600)) })
    page.on('pageerror', (e) => console.log('PAGEERROR', e.message, e.stack?.slice(0,600)))
    const shot = async (name: string) => { await page.waitForTimeout(3500); await page.screenshot({ path: `/tmp/seashots/${name}-${w}-${scheme}.png` }); console.log(name, w, scheme, Math.round((Date.now()-t0)/1000)) }
    const drill = '?drill=sea-2018-01-20-yuk-tung'
    for (const name of names.split(',')) {
    if (name==='empty') await page.goto(cordon.url + '/sea')
    if (name==='drill') await page.goto(cordon.url + '/sea'+drill)
    if (name==='chosen') { await page.goto(cordon.url + '/sea'+drill); await page.getByRole('listbox',{name:'List'}).getByRole('option').first().click() }
    if (name==='vessel') await page.goto(cordon.url + '/sea/vessels/327000001'+drill)
    if (name==='sighting') { await page.goto(cordon.url + '/sea'+drill); await page.getByRole('button',{name:'Sighting'}).click(); await page.getByLabel('Position').fill('30 20 N 125 30 E'); await page.getByLabel('Name read').fill('RYE SONG GANG 1'); await shot('sighting-typed'); await page.getByRole('button',{name:'Match and keep'}).click() }
    await shot(name)
    }
    await context.close()
  }
} finally { await browser.close(); await cordon.stop() }
