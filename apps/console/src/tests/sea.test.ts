import { startBrowser } from '@cordon/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningCordon, startCordon } from './running-cordon.ts'

const browser = await startBrowser()
/** The map is drawn in software here: on a machine that is busy everything takes its time. */
const slow = { timeout: 90_000 }
const drill = '/sea?drill=sea-2018-01-20-yuk-tung'
const hostile = `<img src=x onerror=alert(1)>\u202eDLRO ${'W'.repeat(5000)}`

/** Two ships that lie beside each other for six hours, one of them named so as to break a page, and a line that is none. */
function positions(): string {
  const rows = ['mmsi,timestamp,lat,lon,sog,cog,name']
  for (let minute = 0; minute <= 12 * 60; minute += 5) {
    const time = new Date(Date.UTC(2020, 4, 1) + minute * 60_000).toISOString()
    // Both come from the south, lie at 29.5 N, and go on.
    const lat = minute < 180 ? 29 + minute / 360 : minute < 540 ? 29.5 : 29.5 + (minute - 540) / 360
    rows.push(`412000001,${time},${lat.toFixed(5)},124.70000,${minute < 180 ? 10 : 0.2},0,"${hostile}"`)
    rows.push(`477000002,${time},${lat.toFixed(5)},124.70200,${minute < 180 ? 10 : 0.2},0,QUIET ROSE`)
  }
  return [...rows, 'nonsense,yesterday,91,181,,,'].join('\n')
}

describe.skipIf(!browser)('the page of the sea, on the real program', () => {
  let cordon: RunningCordon
  let page: Awaited<ReturnType<NonNullable<typeof browser>['newPage']>>
  let faults: string[]

  beforeAll(async () => {
    cordon = await startCordon()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await cordon?.stop()
  })
  beforeEach(async () => {
    const context = await browser!.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    })
    page = await context.newPage()
    page.setDefaultTimeout(90_000)
    faults = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(cordon.url)) faults.push(`a request to ${request.url()}`)
    })
    page.on('dialog', (dialog) => {
      faults.push(`a script of a ship ran: ${dialog.message()}`)
      void dialog.dismiss()
    })
  }, 120_000)
  afterEach(async () => {
    await page.context().close()
    // Policy faults are told on the console, too: the map runs under the strict one.
    expect(faults).toEqual([])
  })

  const list = () => page.getByRole('listbox', { name: 'List' })
  const entry = (name: RegExp) => list().getByRole('option', { name })
  const slider = () => page.getByRole('slider', { name: 'Time shown' })
  const press = (keys: string) => page.keyboard.press(keys)

  it('says on an empty system what to do: a file, a command, a drill', async () => {
    await page.goto(`${cordon.url}/sea`)
    await page.getByRole('heading', { name: 'No ship has been heard yet' }).waitFor()
    await page.getByText('npx cordon sea watch positions.csv.gz --run first-look').waitFor()
    await page.getByRole('link', { name: /YUK TUNG as MAIKA/ }).click()
    await page.getByText('Drill', { exact: true }).waitFor()
    expect(page.url()).toContain('drill=sea-2018-01-20-yuk-tung')
  }, 300_000)

  it('finds the transfer with the keyboard, and shows parts, rule, evidence and doubt', async () => {
    await page.goto(cordon.url + drill)
    await entry(/Transfer with a dark ship.*MAIKA/).waitFor()
    await press('j')
    const card = page.getByRole('article', { name: 'Transfer with a dark ship' })
    await card.getByRole('heading', { name: /MAIKA/ }).waitFor()
    const text = await card.innerText()
    expect(text).toMatch(/Listed, by what was read off\s+\+0\.40/)
    expect(text).toContain('UN Security Council resolution 2375 (2017)')
    expect(text).toContain('That a ship is not heard may be the receiver')
    expect(await card.getByRole('link', { name: /RYE SONG GANG 1/ }).getAttribute('href')).toMatch(
      /^\/entities\//,
    )
    expect(await slider().getAttribute('aria-valuetext')).toBe('20 Jan 2018 04:30 UTC')
    await card.getByRole('button', { name: /Sighting No track fits: a dark ship/ }).click()
    await page.getByRole('article', { name: 'Sighting' }).getByText('RYE SONG GANG 1').first().waitFor()
    await press('Escape')
    await expect.poll(() => page.getByRole('article').count(), slow).toBe(0)
  }, 300_000)

  it('scrubs and plays the time', async () => {
    await page.goto(cordon.url + drill)
    await entry(/MAIKA/).first().waitFor()
    await slider().focus()
    await press('Home')
    await expect.poll(() => slider().getAttribute('aria-valuetext'), slow).toBe('16 Jan 2018 00:00 UTC')
    await press('ArrowRight')
    await expect.poll(() => slider().getAttribute('aria-valuetext'), slow).toBe('16 Jan 2018 00:10 UTC')
    await page.getByRole('heading', { level: 1 }).focus()
    await press('>')
    await expect.poll(() => slider().getAttribute('aria-valuetext'), slow).toBe('16 Jan 2018 01:10 UTC')
    const before = Number(await slider().inputValue())
    await press(' ')
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await expect.poll(async () => Number(await slider().inputValue()), slow).toBeGreaterThan(before)
    await press(' ')
    await page.getByRole('button', { name: 'Play' }).waitFor()
  }, 300_000)

  it('narrows the list by kind, by who is listed, by score and by words', async () => {
    await page.goto(cordon.url + drill)
    await entry(/MAIKA/).first().waitFor()
    const all = await list().getByRole('option').count()
    await page.getByLabel('Who is listed').selectOption('RYE SONG GANG 1')
    await expect.poll(() => list().getByRole('option').count(), slow).toBeLessThan(all)
    await page.getByLabel('Score', { exact: true }).selectOption('0.9')
    await expect.poll(() => list().getByRole('option').count(), slow).toBe(1)
    await page.getByPlaceholder('Name, number, words').fill('nobody of this name')
    await page.getByText('Nothing fits the filter.').waitFor()
    await page.getByRole('button', { name: 'Clear the filter' }).click()
    await expect.poll(() => list().getByRole('option').count(), slow).toBe(all)
    await page.getByRole('radio', { name: /Events/ }).check({ force: true })
    await page.getByLabel('Kind').selectOption('sighting')
    await expect.poll(() => list().getByRole('option').count(), slow).toBe(2)
  }, 300_000)

  it('takes a sighting: says what is wrong, then whom it fits, or that it is a dark ship', async () => {
    await page.goto(cordon.url + drill)
    await entry(/MAIKA/).first().waitFor()
    await press('n')
    await page.getByRole('heading', { name: 'Type in a sighting' }).waitFor()
    await page.getByLabel('Position').fill('95 N 125 E')
    await page.getByLabel('Heading, degrees').fill('north')
    await page.getByRole('button', { name: 'Match and keep' }).click()
    await page.getByText('A latitude is at most 90°').waitFor()
    await page.getByText('2 fields need another look.').waitFor()
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('position')
    await page.getByLabel('Position').fill('30°06.0′N 125°12.0′E')
    await page.getByText('Reads as 30°06.00′ N 125°12.00′ E').waitFor()
    await page.getByLabel('Heading, degrees').fill('')
    await page.getByLabel('Time (UTC)').fill('2018-01-20 05:00')
    await page.getByRole('button', { name: 'Match and keep' }).click()
    await page.getByRole('heading', { name: 'It fits MAIKA' }).waitFor()
    await page.getByRole('button', { name: 'Type in another' }).click()
    await page.getByLabel('Position').fill('28.5, 127.5')
    await page.getByLabel('Name read off the stern').fill('Rye Song Gang 1')
    await press('Enter')
    await page.getByRole('heading', { name: 'No track fits: a dark ship' }).waitFor()
    await page.getByText(/belongs to RYE SONG GANG 1, listed by/).waitFor()
  }, 300_000)

  it('shows a ship’s identities over time, and what contradicts what', async () => {
    await page.goto(`${cordon.url}/sea/vessels/327000001?drill=sea-2018-01-20-yuk-tung`)
    await page.getByRole('heading', { level: 1, name: 'MAIKA' }).waitFor()
    const identities = page.getByRole('region', { name: 'Identities over time' }).last()
    expect(await identities.innerText()).toMatch(/327000001\s+MAIKA[\s\S]*563000001\s+YUK TUNG\s+9030591/)
    expect(await page.getByRole('region', { name: 'On the lists' }).innerText()).toMatch(
      /YUK TUNG[\s\S]*by IMO number/,
    )
    expect(await page.getByRole('region', { name: 'What contradicts what' }).innerText()).toContain(
      'Goes on under another MMSI',
    )
    await page
      .getByRole('region', { name: 'What contradicts what' })
      .getByRole('link', { name: '563000001' })
      .click()
    await page.getByRole('heading', { level: 1, name: 'YUK TUNG' }).waitFor()
    await page.goto(`${cordon.url}/sea/vessels/1`)
    await page.getByRole('heading', { name: 'This number was never heard' }).waitFor()
    faults = faults.filter((fault) => !/404/.test(fault))
  }, 300_000)

  it('imports a file, shows what could not be read, and the ships safely whatever they are called', async () => {
    await page.goto(`${cordon.url}/sea`)
    await page.getByRole('button', { name: 'Import AIS or sightings' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Import' })
    await dialog.getByLabel('Choose a file').setInputFiles({
      name: 'day <b>one</b>.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(positions()),
    })
    await dialog.getByText(/^Done: 2\d\d observations, .* 1 record rejected/).waitFor()
    await dialog.getByText('day <b>one</b>.csv').waitFor()
    await dialog.getByRole('region', { name: 'Rejected records' }).getByText(/line/).waitFor()
    await dialog.getByRole('button', { name: 'Show on the map' }).click()
    await page.getByRole('radio', { name: /Events/ }).check({ force: true })
    await entry(/Encounter/)
      .first()
      .click()
    const card = page.getByRole('article', { name: 'Encounter' })
    await card.getByRole('heading', { name: /<img src=x onerror=alert\(1\)>/i }).waitFor()
    expect(await card.innerText()).toContain('U+202E')
    expect(await card.innerText()).not.toContain('\u202e')
    await page.getByRole('radio', { name: /Ships/ }).check({ force: true })
    await entry(/<img src=x/i).click()
    await page.getByRole('link', { name: 'Identities over time' }).click()
    await page.getByRole('heading', { level: 1, name: /<img src=x/i }).waitFor()
    expect(await page.locator('img').count()).toBe(0)
    const main = page.locator('main')
    expect(
      await main.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    ).toBeLessThanOrEqual(0)
  }, 300_000)

  it('takes a file of sightings: shows how columns are read, lets one be mapped, matches, and shows rejects', async () => {
    await page.goto(cordon.url + drill)
    await entry(/MAIKA/).first().waitFor()
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Import' })
    await dialog.getByLabel('Choose a file').setInputFiles({
      name: 'scene.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        [
          'acquired,detect_lat,detect_lon,length_m,sea_state',
          '2018-01-20T05:00:00Z,30.1,125.2,,3',
          '2018-01-20T05:00:00Z,28.5,127.5,90,3',
          '2018-01-20T05:00:00Z,99,127.5,90,3',
        ].join('\n'),
      ),
    })
    await dialog.getByText('Say which column holds: Time (UTC).').waitFor()
    expect(await dialog.getByLabel('Latitude').inputValue()).toBe('detect_lat')
    await dialog.getByText('Columns that are not read: acquired, sea_state.').waitFor()
    await dialog.getByLabel('Time (UTC)').selectOption('acquired')
    await dialog.getByText(/^2 sightings can be read.*1 record cannot\./).waitFor()
    await dialog.getByRole('region', { name: 'Rejected records' }).getByText('line 4').waitFor()
    await dialog.getByRole('button', { name: 'Match 2 sightings' }).click()
    await dialog.getByText('2 sightings: 1 fit a ship that transmits, 1 fit no track.').waitFor()
    await dialog.getByRole('button', { name: 'Show among the events' }).click()
    await entry(/Sighting/)
      .first()
      .waitFor()
    expect(await list().getByRole('option').count()).toBeGreaterThan(3)
  }, 300_000)

  it('moves the map with the keys alone', async () => {
    await page.goto(cordon.url + drill)
    await entry(/MAIKA/).first().waitFor()
    await page.waitForFunction(() => performance.getEntriesByName('sea-painted').length > 0)
    const scale = () =>
      page
        .getByText(/^[\d.,]+ nm$/)
        .first()
        .innerText()
    const before = await scale()
    await page.getByRole('application').focus()
    await press('-')
    await press('-')
    await expect.poll(scale, slow).not.toBe(before)
  }, 300_000)
})
