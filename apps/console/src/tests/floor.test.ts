import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessibilityFaults, startBrowser } from '@cordon/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { networkLogs } from './network-logs.ts'
import { type RunningCordon, startCordon } from './running-cordon.ts'

const pictures = join(resolve(fileURLToPath(import.meta.url), '../../..'), 'screenshots')
const browser = await startBrowser()

describe.skipIf(!browser)('floor, profile, settings, tour and live events, on the real program', () => {
  let cordon: RunningCordon
  let page: Awaited<ReturnType<NonNullable<typeof browser>['newPage']>>
  let faults: string[]

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true })
    cordon = await startCordon()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await cordon?.stop()
  })
  beforeEach(async () => {
    const context = await browser!.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    page = await context.newPage()
    faults = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED/.test(message.text()))
        faults.push(message.text())
    })
  })
  afterEach(async () => {
    await page.context().close()
    expect(faults).toEqual([])
  })

  const press = (keys: string) => page.keyboard.press(keys)
  const heading = () => page.getByRole('heading', { level: 1 })
  const party = (name: string) => ({
    storeAs: name,
    schema: 'Person',
    properties: { name: ['Pak Jin Hek'], birthDate: ['1984-08-15'] },
  })

  /** A picture of the page in each theme and width, with what axe-core finds and what is wider than the screen. */
  async function look(name: string, path: string, prepare: () => Promise<void> = async () => {}) {
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [width, height] of [
        [1440, 900],
        [390, 844],
      ] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.setViewportSize({ width, height })
        await page.goto(cordon.url + path)
        await page.waitForLoadState('networkidle')
        await prepare()
        await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`) })
        found.push(
          ...(await accessibilityFaults(page)).map((fault) => `${name} ${width} ${colorScheme}: ${fault}`),
        )
        const over = await page.evaluate(
          () => document.querySelector('main')!.scrollWidth - document.querySelector('main')!.clientWidth,
        )
        if (over > 0) found.push(`${name} ${width}: ${over} px wider than the screen`)
      }
    expect(found).toEqual([])
  }

  it('says on an empty floor what to do at each door, and looks right', async () => {
    await page.goto(cordon.url)
    for (const door of ['Parties', 'Payments', 'Sea', 'Network'])
      await page.getByRole('region', { name: door }).getByText('Nothing has come in').waitFor()
    await page.getByText('No finding waits for a decision').waitFor()
    await look('floor-empty', '/')
  }, 120_000)

  it('offers a tour that keeps the focus, points at what it speaks of, and can be begun again', async () => {
    await page.goto(cordon.url)
    await page.getByRole('button', { name: 'Take the tour' }).click()
    const card = page.getByRole('dialog')
    for (const [at, path] of [
      '/',
      '/',
      '/entities/ofac-24918',
      '/findings',
      '/sea',
      '/lists',
      '/lists',
    ].entries()) {
      await card.getByText(`Step ${at + 1} of 7`).waitFor()
      await page.waitForURL(cordon.url + path)
      await expect.poll(() => card.evaluate((one) => one.contains(document.activeElement))).toBe(true)
      if (at < 6) await press('ArrowRight')
    }
    expect(await accessibilityFaults(page)).toEqual([])
    await press('ArrowLeft')
    await card.getByText('Step 6 of 7').waitFor()
    await press('Escape')
    await card.waitFor({ state: 'detached' })
    await page.goto(cordon.url)
    await page.getByRole('region', { name: 'Sea' }).waitFor()
    expect(await page.getByRole('button', { name: 'Take the tour' }).count()).toBe(0)
    await page.locator('main').focus()
    await press('?')
    await page.getByRole('button', { name: 'Take the guided tour' }).click()
    await card.getByText('Step 1 of 7').waitFor()
    await card.getByRole('button', { name: 'End the tour' }).click()
    await look('tour', '/', async () => {
      await page.locator('main').focus()
      await press('Control+k')
      await page.keyboard.type('tour')
      await press('Enter')
      await press('ArrowRight')
      await card.getByText('Step 2 of 7').waitFor()
      await page.waitForTimeout(400)
      await page.evaluate(() => localStorage.removeItem('cordon.tour-running'))
    })
  }, 180_000)

  it('keeps a profile: names what is wrong at the field, saves versions, and takes one back', async () => {
    await page.goto(`${cordon.url}/profile`)
    await page.getByLabel('Name', { exact: true }).first().fill('Example Bank')
    await page.getByLabel('LEI').fill('5493001KJTIIGC8Y1R13')
    await page.getByRole('button', { name: 'Add a BIC' }).click()
    await page.getByLabel('BIC', { exact: true }).fill('BBHOBDDHXXX')
    await page.getByRole('button', { name: 'Add an operator' }).click()
    await page.getByLabel('Sign-in name').fill('swift1')
    await page.getByRole('button', { name: 'Add a host' }).click()
    await page.getByLabel('Host name').fill('PAY1')
    await page.getByLabel('Addresses').fill('10.1.2.3, 10.1.2.300')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('2 fields need another look.').waitFor()
    await page.getByText(/right check digits/).waitFor()
    const isWrong = () => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))
    await expect.poll(isWrong).toBe('true')
    await look('profile-faults', '/profile', async () => {
      await page.getByLabel('LEI').fill('1')
      await page.getByRole('button', { name: 'Add a ship' }).click()
      await page.getByRole('button', { name: 'Add an operator' }).click()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByText('3 fields need another look.').waitFor()
    })
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`${cordon.url}/profile`)
    await page.getByLabel('Name', { exact: true }).first().fill('Example Bank')
    await page.getByLabel('LEI').fill('5493001KJTIIGC8Y1R12')
    await page.getByLabel('Note for the log').fill('first')
    await press('Enter')
    await page.getByText(/Version 1 by person:local/).waitFor()
    await page.getByLabel('Name', { exact: true }).first().fill('Another Bank')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText(/Version 2 by person:local/).waitFor()
    await page.getByRole('button', { name: 'Take version 1 back' }).click()
    await page.getByText(/Version 3 by person:local/).waitFor()
    await expect
      .poll(() => page.getByLabel('Name', { exact: true }).first().inputValue())
      .toBe('Example Bank')
    await page.goto(`${cordon.url}/audit`)
    await page.getByText('profile.set').first().waitFor()
  }, 180_000)

  it('sets what holds for everyone, with the audit log, and looks right', async () => {
    await page.goto(`${cordon.url}/settings`)
    await page.getByLabel(/Match from this score on/).fill('2')
    await page.getByText('A number from 0 to 1.').waitFor()
    await page.getByLabel(/Match from this score on/).fill('0.75')
    await press('Enter')
    await expect
      .poll(async () => (await fetch(`${cordon.url}/api/settings`)).json())
      .toMatchObject({
        settings: { matchThreshold: 0.75 },
      })
    await page.getByLabel('Density').selectOption('compact')
    expect(await page.evaluate(() => document.documentElement.dataset.density)).toBe('compact')
    await page.getByLabel('Density').selectOption('comfortable')
    await look('settings', '/settings')
  }, 120_000)

  it('shows what another process found at once, in every tab, over one connection', async () => {
    const other = await page.context().newPage()
    for (const one of [page, other]) {
      await one.goto(cordon.url)
      await one.getByText('Live', { exact: true }).waitFor()
    }
    const held = await page.evaluate(async () => {
      const { held = [], pending = [] } = await navigator.locks.query()
      return [held.length, pending.length]
    })
    expect(held).toEqual([1, 1])
    const waiting = (one: typeof page) => one.getByRole('region', { name: 'Parties' }).getByText(/to decide/)
    await cordon.watch(party('first'))
    for (const one of [page, other])
      await waiting(one)
        .filter({ hasText: /^[1-9]/ })
        .waitFor()
    const before = await waiting(other).textContent()
    await page.close()
    await other.getByText('Live', { exact: true }).waitFor()
    await cordon.watch(party('second'))
    await expect.poll(() => waiting(other).textContent()).not.toBe(before)
    page = other
  }, 60_000)

  it('says when the connection is gone, comes back by itself, and shows what came meanwhile', async () => {
    await page.goto(cordon.url)
    await page.getByText('Live', { exact: true }).waitFor()
    const figure = page.getByRole('region', { name: 'Parties' }).getByText(/to decide/)
    await figure.waitFor()
    const before = await figure.textContent()
    const back = cordon.killAndRestart()
    await page.getByText('Reconnecting').waitFor()
    await back
    await expect.poll(async () => (await fetch(`${cordon.url}/readyz`)).status, { timeout: 30_000 }).toBe(200)
    await cordon.watch(party('meanwhile'))
    await page.getByText('Live', { exact: true }).waitFor({ timeout: 60_000 })
    await expect.poll(() => figure.textContent(), { timeout: 15_000 }).not.toBe(before)
  }, 120_000)

  it('finds anything by the keyboard: a finding, a page, an entity with a letter wrong', async () => {
    await cordon.push(networkLogs())
    await page.goto(cordon.url)
    await page.locator('[role=combobox]:focus').waitFor()
    await press('Control+k')
    await page.keyboard.type('profile')
    await page.getByRole('option', { name: /Go to the profile/ }).waitFor()
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.type('message store')
    expect(await page.locator('[role=combobox]').inputValue()).toBe('message store')
    await page
      .getByRole('option', { name: /Message Store/ })
      .first()
      .waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.locator('[role=combobox]').fill('lazerus grop')
    await page
      .getByRole('option', { name: /Lazarus/ })
      .first()
      .waitFor()
    await press('Escape')
    await page.locator('main').focus()
    for (const [keys, title] of [
      ['gi', 'Profile'],
      ['g,', 'Settings'],
      ['gk', 'Threat knowledge'],
      ['gl', 'Lists'],
    ] as const) {
      for (const key of keys) await press(key)
      await heading().filter({ hasText: title }).waitFor()
    }
  }, 60_000)

  it('looks right with findings on it', async () => {
    await look('floor', '/')
    await look('search-everywhere', '/?q=message')
    await look('palette-everywhere', '/', async () => {
      await press('Control+k')
      await page.keyboard.type('message')
      await page
        .getByRole('option', { name: /Message Store/ })
        .first()
        .waitFor()
    })
  }, 180_000)

  it('speaks Korean: words, language of the document, dates; and comes back to English', async () => {
    await page.goto(`${cordon.url}/settings`)
    await page.getByLabel('Language').selectOption('ko')
    await page.getByLabel('언어').waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ko')
    const english: string[] = []
    for (const [name, path, title] of [
      ['ko-floor', '/', '현황'],
      ['ko-search', '/?q=Park%20Jin-hyok', '검색'],
      ['ko-entity', '/entities/ofac-24918', 'Park Jin Hyok'],
      ['ko-findings', '/findings', '적발'],
      ['ko-lists', '/lists', '명단'],
      ['ko-sea', '/sea?drill=sea-2018-01-20-yuk-tung', '해상'],
      ['ko-network', '/network', '네트워크'],
      ['ko-knowledge', '/network/indicators', '위협 정보'],
      ['ko-profile', '/profile', '기관 정보'],
      ['ko-settings', '/settings', '설정'],
    ] as const) {
      await page.goto(cordon.url + path)
      await page.waitForLoadState('networkidle')
      await heading().filter({ hasText: title }).first().waitFor({ state: 'attached' })
      await page.screenshot({ path: join(pictures, `${name}-1440-light.png`) })
      english.push(
        ...(await page.locator('nav a, main h2, main button').allTextContents()).filter(isEnglishLabel),
      )
    }
    expect([...new Set(english)]).toEqual([])
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByLabel('언어').selectOption('en')
    await page.getByLabel('Language').waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  }, 180_000)

  it('is usable within a second of being opened', async () => {
    await page.goto(cordon.url)
    const usable = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const look = () =>
            document.querySelector('[data-tour="doors"] section')
              ? resolve(performance.now())
              : requestAnimationFrame(look)
          look()
        }),
    )
    console.info(`floor usable after ${Math.round(usable)} ms`)
  }, 30_000)
})

/** Words of the console's own in English; names, keys and what comes from data are not. */
function isEnglishLabel(text: string): boolean {
  return /^(?:Findings|Search|Lists|Audit|Floor|Save|Filter|Sea|Network|Settings|Profile|Queue|Play|Events|Ships|Add .*|Show .*)$/.test(
    text.trim(),
  )
}
