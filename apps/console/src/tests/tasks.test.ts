import { accessibilityFaults, startBrowser } from '@cordon/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { networkLogs } from './network-logs.ts'
import { fixture, publicRecord, type RunningCordon, startCordon } from './running-cordon.ts'

const browser = await startBrowser()

describe.skipIf(!browser)('each page’s main task, with the keyboard alone, on the real program', () => {
  let cordon: RunningCordon
  let page: Awaited<ReturnType<NonNullable<typeof browser>['newPage']>>
  let faults: string[]

  beforeAll(async () => {
    cordon = await startCordon()
    await cordon.importList(fixture('hard-names.ftm.json'), 'hard_names')
    await cordon.importList(publicRecord, 'public_record')
    await cordon.importList(fixture('owned-1.ftm.json'), 'owned')
    await cordon.importList(fixture('owned-2.ftm.json'), 'owned')
    for (const [number, name] of ['Pak Jin Hek', 'Park Jin-hyok', 'PAK Jin Hyok'].entries())
      await cordon.watch({
        storeAs: `customer-${number}`,
        schema: 'Person',
        properties: { name: [name], birthDate: ['1984-08-15'] },
      })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await cordon?.stop()
  })
  beforeEach(async () => {
    const context = await browser!.newContext({ viewport: { width: 1440, height: 900 } })
    page = await context.newPage()
    faults = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('dialog', (dialog) => {
      faults.push(`a script of a list ran: ${dialog.message()}`)
      void dialog.dismiss()
    })
  })
  afterEach(async () => {
    await page.context().close()
    expect(faults).toEqual([])
  })

  /** The first page, once its box has taken the focus: keys before that go nowhere. */
  const openSearch = async () => {
    await page.goto(cordon.url)
    await page.locator('[role=combobox]:focus').waitFor()
  }
  const press = (keys: string) => page.keyboard.press(keys)
  const type = (text: string) => page.keyboard.type(text)
  const heading = () => page.getByRole('heading', { level: 1 })
  const queue = () => page.getByRole('listbox', { name: 'Queue' })
  const option = (name: RegExp) => page.getByRole('option', { name })

  it('finds a person while the name is typed and opens the page with Enter', async () => {
    await openSearch()
    await type('Park Jin-hyok')
    const first = page.getByRole('option').first()
    await first.filter({ hasText: 'Park Jin Hyok' }).waitFor()
    expect(await first.getAttribute('aria-selected')).toBe('true')
    expect(await first.textContent()).toMatch(/North Korea.*15 Aug 1984.*match/s)
    await press('Enter')
    await heading().filter({ hasText: 'Park Jin Hyok' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/entities/ofac-24918')
    expect(await page.locator('bdi', { hasText: '박진혁' }).first().getAttribute('lang')).toBe('ko')
    expect(await page.getByRole('region', { name: /Sanctions/ }).textContent()).toMatch(
      /DPRK3.*Executive Order 13722/s,
    )
  })

  it('finds a group by a weak alias, a ship by its number, a wallet by its address', async () => {
    await openSearch()
    for (const [asked, found] of [
      ['Hidden Cobra', /Lazarus Group/],
      ['IMO 7937317', /CHONG CHON GANG/],
      ['1EfMVkxQQuZfBdocpJu6RUsCJvenQWbQyE', /1EfMVkxQQuZfBdocpJu6RUsCJvenQWbQyE/],
    ] as const) {
      await type(asked)
      await option(found).first().waitFor()
      await press('Escape')
      expect(await page.getByRole('combobox').inputValue()).toBe('')
    }
  })

  it('says which versions were searched when it finds nothing', async () => {
    await openSearch()
    await type('Zzyzx Qwfp')
    await page.getByText('Nothing on the loaded lists resembles').waitFor()
    await page.getByText(/Searched: .*public_record/).waitFor()
  })

  it('opens an entity’s address as a page, and shows what a list says without obeying it', async () => {
    await page.goto(`${cordon.url}/entities/hard-bidi`)
    await heading().filter({ hasText: '<img src=x onerror=alert(1)>' }).waitFor()
    expect(await heading().textContent()).toContain('U+202E')
    expect(await heading().textContent()).not.toContain('\u202e')
    expect(await page.title()).toContain('[U+202E]')
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
    const arabic = page.locator('bdi', { hasText: 'شركة' }).first()
    expect(await arabic.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
    expect(await page.getByRole('region', { name: /Links/ }).textContent()).toMatch(/THE VESSEL.*75/s)
  })

  it('goes to every page by two keys, shows the shortcuts, and finds anything in the palette', async () => {
    await openSearch()
    await page.locator('main').focus()
    for (const [keys, title] of [
      ['gl', 'Lists'],
      ['gf', 'Findings'],
      ['ga', 'Audit'],
    ] as const) {
      await type(keys)
      await heading().filter({ hasText: title }).waitFor()
    }
    await press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await press('Escape')
    await press('Control+k')
    await type('lazarus')
    await option(/Lazarus Group/).waitFor()
    await press('Enter')
    await heading().filter({ hasText: 'Lazarus Group' }).waitFor()
    await press('/')
    await page.getByRole('combobox').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox')
  })

  it('tells of each list its version, its size and what could not be read', async () => {
    await page.goto(`${cordon.url}/lists`)
    const card = page.getByRole('article').filter({ hasText: 'hard_names' })
    await card.waitFor()
    const rejected = card.getByRole('button', { name: /Show 1 rejected record/ })
    await rejected.focus()
    await press('Enter')
    const drawer = page.getByRole('dialog', { name: /Rejected records/ })
    await drawer.getByText('hard-broken').first().waitFor()
    await press('Escape')
    await drawer.waitFor({ state: 'detached' })
    expect(await rejected.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('decides findings: read, verdict, reason, saved, undone', async () => {
    await page.goto(`${cordon.url}/findings`)
    const options = queue().getByRole('option')
    await options.nth(2).waitFor()
    const before = await options.count()
    const chosen = () => queue().getByRole('option', { selected: true }).getAttribute('id')
    const first = await chosen()
    await press('j')
    expect(await chosen()).not.toBe(first)
    await press('k')
    expect(await chosen()).toBe(first)
    await press('t')
    await press('Enter')
    await page.getByText('Say why in a few words').waitFor()
    await type('Same name and same day of birth')
    await press('Enter')
    await page.getByRole('status').filter({ hasText: 'Saved: True match' }).waitFor()
    await expect.poll(() => options.count()).toBe(before - 1)
    await press('z')
    await page.getByRole('status').filter({ hasText: 'taken back' }).waitFor()
    await expect.poll(() => options.count()).toBe(before)
    expect(await chosen()).toBe(first)
    await press('f')
    await type('Another person')
    await press('Enter')
    await expect.poll(() => options.count()).toBe(before - 1)
    await page.goto(`${cordon.url}/findings?verdict=false`)
    await page.getByText('Another person').waitFor()
  })

  it('tells what a new version of a list changed, in words, and narrows it', async () => {
    await page.goto(`${cordon.url}/lists`)
    await page.getByRole('link', { name: /What changed in owned/ }).press('Enter')
    const entries = page.getByRole('article')
    await entries.filter({ hasText: 'alias added' }).filter({ hasText: 'Vanya' }).waitFor()
    await entries.filter({ hasText: 'Dimitri Gone' }).waitFor()
    await page.getByRole('radio', { name: /Removed/ }).press('Space')
    await expect.poll(() => entries.count()).toBe(1)
    expect(new URL(page.url()).search).toBe('?kind=removed')
  })

  it('draws who owns a company, and says under which rule that blocks it', async () => {
    await page.goto(`${cordon.url}/entities/own-beta`)
    const region = page.getByRole('region', { name: 'Ownership and control' })
    await region.getByText('may be owned or controlled by listed parties').first().waitFor()
    await region
      .getByRole('img', { name: /chain of owners above Beta Trading/ })
      .first()
      .waitFor()
    expect(await region.textContent()).toMatch(/Alpha Holding.*owns 25 to 75 %.*Beta Trading/s)
  })

  it('takes a person’s word that two entries are one, and that they are two', async () => {
    await page.goto(`${cordon.url}/entities/own-ivan`)
    const region = page.getByRole('region', { name: 'On which lists' })
    await region.getByRole('button', { name: 'These are one' }).press('Enter')
    await type('ofac-24918')
    await press('Tab')
    await type('one passport')
    await press('Enter')
    const far = region.getByRole('listitem').filter({ hasText: 'ofac-24918' }).first()
    await far.getByText('said here').waitFor()
    await region.getByRole('button', { name: /These are two: .* is not the same/ }).press('Enter')
    await type('another man')
    await press('Enter')
    await region.getByText('Kept apart').waitFor()
    await region.getByText('another man').waitFor()
  })

  it('lists the parties that are watched', async () => {
    await page.goto(cordon.url)
    await page.locator('main').focus()
    await type('gw')
    await page.getByRole('row').filter({ hasText: 'customer-1' }).waitFor()
  })

  it('never decides by the second key of a journey', async () => {
    await page.goto(`${cordon.url}/findings`)
    await queue().getByRole('option').first().waitFor()
    await type('gf')
    expect(await page.getByRole('textbox', { name: 'Reason' }).count()).toBe(0)
  })

  it('network: says what to run while nothing was found; then from the matrix to the field that met the rule', async () => {
    await page.goto(`${cordon.url}/network`)
    await page.getByText('npx cordon network scan').first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await cordon.push(networkLogs())
    await page.goto(cordon.url)
    await page.locator('[role=combobox]:focus').waitFor()
    await press('Escape')
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await type('gn')
    await page.getByRole('status').filter({ hasText: '9 detections on 4 hosts' }).waitFor()
    const cell = page.getByRole('button', { name: /^T1059.001/ }).first()
    await cell.focus()
    await press('Enter')
    await page.getByRole('status').filter({ hasText: '3 detections on 3 hosts' }).waitFor()
    expect(page.url()).toContain('technique=T1059.001')
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await press('j')
    await press('j')
    await press('k')
    await press('Enter')
    await page.getByRole('heading', { level: 1, name: /Encoded PowerShell <b>/ }).waitFor()
    await page.locator('mark', { hasText: '-enc' }).waitFor()
    await press('Escape')
    await page.getByRole('status').filter({ hasText: '3 detections on 3 hosts' }).waitFor()
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await press('Escape')
    await page.getByRole('status').filter({ hasText: '9 detections on 4 hosts' }).waitFor()
  })

  it('verifies the audit log, in which every decision stands', async () => {
    await page.goto(`${cordon.url}/audit`)
    await page.getByRole('row').nth(1).waitFor()
    await page.getByRole('button', { name: 'Verify the log' }).focus()
    await press('Enter')
    await page.getByText(/The chain is whole/).waitFor()
  })

  it('keeps the chosen theme', async () => {
    await page.goto(cordon.url)
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme)
    await page.getByRole('button', { name: /Theme/ }).click()
    await expect.poll(theme).toBe('light')
    await page.getByRole('button', { name: /Theme/ }).click()
    await page.reload()
    expect(await theme()).toBe('dark')
  })
})
