import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessibilityFaults, startBrowser } from '@cordon/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningCordon, startCordon } from './running-cordon.ts'

const browser = await startBrowser()
const pictures = resolve(fileURLToPath(import.meta.url), '../../../screenshots')
type Page = Awaited<ReturnType<NonNullable<typeof browser>['newPage']>>

describe.skipIf(!browser)('warnings and the pressure curve, in a real browser', () => {
  let cordon: RunningCordon
  let page: Page
  let hook: string
  let answer = 200
  const bodies: { type: string; data: { warnings: { title: string }[] } }[] = []
  const receiver = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => {
      text += part.toString()
    })
    request.on('end', () => {
      if (answer === 200) bodies.push(JSON.parse(text))
      response.writeHead(answer).end()
    })
  })
  const faults: string[] = []

  beforeAll(async () => {
    await new Promise<void>((ready) => receiver.listen(0, '127.0.0.1', ready))
    hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/secret-path`
    cordon = await startCordon()
    while ((await fetch(`${cordon.url}/readyz`)).status !== 200) await pause(100)
    await mkdir(pictures, { recursive: true })
    const context = await browser!.newContext({
      viewport: { width: 1440, height: 900 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
      timezoneId: 'Asia/Seoul',
    })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    page.on('pageerror', (error) => faults.push(error.message))
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await cordon?.stop()
    receiver.close()
  }, 120_000)
  beforeEach(() => {
    faults.length = 0
  })

  const pause = (time: number) => new Promise((resume) => setTimeout(resume, time))
  const watch = (storeAs: string) =>
    cordon.watch({
      storeAs,
      schema: 'Person',
      properties: { name: ['Park Jin Hyok'], birthDate: ['1984-08-15'] },
    })

  /** Pictures at both sizes, light and dark, and no fault of accessibility in any of them. */
  async function look(name: string) {
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height })
        await page.emulateMedia({ colorScheme })
        expect([name, width, colorScheme, await accessibilityFaults(page)]).toEqual([
          name,
          width,
          colorScheme,
          [],
        ])
        await page.screenshot({
          path: resolve(pictures, `${name}-${width}-${colorScheme}.png`),
          fullPage: true,
        })
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect([name, width, wider <= 0]).toEqual([name, width, true])
      }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    expect(faults).toEqual([])
  }

  it('says where nobody is told anything yet, and how to begin', async () => {
    await page.goto(`${cordon.url}/lists`)
    await page.getByRole('heading', { level: 1, name: 'Lists' }).waitFor()
    await page.locator('main').focus()
    await page.keyboard.type('ge')
    await page.getByRole('heading', { level: 1, name: 'Warnings' }).waitFor()
    await page.getByRole('heading', { name: 'Nobody is told anything yet' }).waitFor()
    await page.getByRole('heading', { name: 'Nothing was sent yet' }).waitFor()
    await look('warnings-empty')
  })

  it('shows what a rule would have told while it is written, and what its webhook is signed with once', async () => {
    await watch('customer-1')
    await page.getByRole('button', { name: 'New rule' }).click()
    const form = page.getByRole('dialog', { name: 'A new rule' })
    await form.getByText('Fill in whom it goes to').waitFor()
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByRole('alert').filter({ hasText: 'at least one recipient' }).waitFor()
    await form.getByLabel('Name', { exact: true }).fill('Grave <findings>')
    await form.getByLabel('At least as severe').selectOption('low')
    await form.getByLabel('Webhooks').fill(hook)
    await form.getByLabel('These addresses lie in our own network').check()
    await form.getByLabel('Quiet hours').check()
    expect(await form.getByLabel('Time zone').inputValue()).toBe('Asia/Seoul')
    await form.getByText(/would have told of [1-9]\d* things? in the last 30 days/).waitFor()
    await look('warnings-form')
    await form.getByLabel('Quiet hours').uncheck()
    await form.getByRole('button', { name: 'Save' }).click()
    const secret = page.getByRole('dialog', { name: /signed with/ })
    await secret.getByText(/^whsec_/).waitFor()
    await secret.getByRole('button', { name: 'I have kept it' }).click()
    await page.getByRole('heading', { level: 3, name: 'Grave <findings>' }).waitFor()
  })

  it('sends a test, then what really happens, and lets what failed be tried again', async () => {
    await page.getByRole('button', { name: /^Send a test by/ }).click()
    const tested = page.getByRole('dialog', { name: 'What came of the test' })
    await tested.getByText('reached', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    expect(bodies.map(({ type }) => type)).toEqual(['cordon.test'])
    answer = 410
    await watch('customer-2')
    const row = page.getByRole('row').filter({ hasText: 'Failed' })
    await row.waitFor({ timeout: 20_000 })
    await row.getByText('410 Gone').waitFor()
    answer = 200
    await look('warnings')
    await row.getByRole('button', { name: /^Try msg_\w+ again/ }).click()
    await page.getByRole('row').filter({ hasText: 'Delivered' }).waitFor({ timeout: 20_000 })
    expect(bodies).toHaveLength(2)
    await page.getByRole('button', { name: /^Show what msg_/ }).click()
    await page
      .getByRole('dialog', { name: /^Delivery msg_/ })
      .getByRole('link')
      .first()
      .click()
    await page.waitForURL(/\/findings\/[0-9a-f]+/)
  })

  it('draws both curves on one axis, each point with its source, and says what the data can’t say', async () => {
    await page.locator('main').focus()
    await page.keyboard.type('gu')
    await page.getByRole('heading', { level: 1, name: 'Pressure curve' }).waitFor()
    await page.getByText('no proof that there is no effect').waitFor()
    const point = page.getByRole('link', { name: /^Bangladesh Bank, 4 Feb 2016: 81 m/ })
    expect(await point.getAttribute('href')).toMatch(/^https:\/\/www\.justice\.gov\//)
    await page.getByRole('link', { name: /^Resolution 2270, 2 Mar 2016/ }).waitFor()
    await page.getByText(/takes 100 sure incidents that are dated, and there are \d\d/).waitFor()
    const table = page.getByRole('table').filter({ hasText: 'Attributed by' })
    expect(await table.getByRole('row').count()).toBe(82)
    await page.getByText('Sure', { exact: true }).click()
    expect(await table.getByRole('row').count()).toBe(51)
    await page.getByText('Since incidents were looked for').click()
    expect(await page.getByRole('link', { name: /^Resolution 1718/ }).count()).toBe(0)
    await page.getByText('All', { exact: true }).first().click()
    await look('pressure')
  })
})
