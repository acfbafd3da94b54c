import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessibilityFaults, startBrowser } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixture, publicRecord, type RunningCordon, startCordon } from './running-cordon.ts'

const pictures = join(resolve(fileURLToPath(import.meta.url), '../../..'), 'screenshots')
const browser = await startBrowser()

describe.skipIf(!browser)('the queue of payments, on the real program', () => {
  let cordon: RunningCordon

  beforeAll(async () => {
    cordon = await startCordon()
    await cordon.importList(publicRecord, 'public_record')
    await mkdir(pictures, { recursive: true })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await cordon?.stop()
  }, 60_000)

  async function open(width = 1440, height = 900, colorScheme: 'light' | 'dark' = 'light') {
    const context = await browser!.newContext({
      colorScheme,
      viewport: { width, height },
      reducedMotion: 'reduce',
    })
    return context.newPage()
  }
  type Page = Awaited<ReturnType<typeof open>>
  const shoot = (page: Page, name: string) =>
    page.screenshot({ path: join(pictures, `payments-${name}.png`) })

  it('says what to do while it is empty, takes a file, and tells what could not be read', async () => {
    const page = await open()
    await page.goto(`${cordon.url}/payments`)
    await page.getByText('No message has asked for a look').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await shoot(page, 'empty')
    await page.keyboard.press('i')
    const dialog = page.getByRole('dialog', { name: 'Screen a file of messages' })
    await dialog.getByLabel('Choose a file').setInputFiles(fixture('payments.rje'))
    await dialog
      .getByText('4 messages: 2 to hold, 1 to review, 1 pass, 1 could not be read.')
      .waitFor({ timeout: 60_000 })
    expect(await dialog.getByRole('row').nth(1).textContent()).toMatch(/line \d+.*block 4/)
    expect(await accessibilityFaults(page)).toEqual([])
    await shoot(page, 'import')
    await dialog.getByRole('button', { name: 'Show the queue' }).press('Enter')
    await page.getByRole('option').nth(2).waitFor()
    await page.keyboard.press('i')
    await dialog.getByLabel('Choose a file').setInputFiles(fixture('payments.xml'))
    await dialog.getByText('1 message: 1 to hold').waitFor({ timeout: 60_000 })
    await page.keyboard.press('Escape')
    await page.getByRole('option').nth(3).waitFor()
    await page.context().close()
  }, 120_000)

  it('shows a message with each hit in its place, and moves with the keyboard', async () => {
    const page = await open()
    await page.goto(`${cordon.url}/payments`)
    await page.getByRole('option').first().waitFor()
    const article = page.getByRole('article')
    await article.getByRole('heading', { level: 2, name: /MT103/ }).waitFor()
    await article.locator('mark', { hasText: 'TANCHON COMMERCIAL' }).first().waitFor()
    expect(await article.locator('dt', { hasText: 'Beneficiary customer' }).count()).toBe(1)
    await page.keyboard.press('j')
    await page.getByRole('option', { selected: true }).nth(0).waitFor()
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/payments\/[0-9a-f]{32}$/)
    await page.keyboard.press('k')
    await article.getByRole('button', { name: 'Show in the message' }).first().press('Enter')
    expect(await article.locator('mark').first().getAttribute('class')).toContain('current')
    await page.context().close()
  }, 60_000)

  it('takes two steps to release, and says that no second pair of eyes was there', async () => {
    const page = await open()
    await page.goto(`${cordon.url}/payments`)
    await page.getByRole('article').getByText('to decide').waitFor()
    await page.keyboard.press('r')
    await page.keyboard.press('Enter')
    await page
      .getByText(/reason/i)
      .first()
      .waitFor()
    await page.keyboard.type('The beneficiary is another bank of that name')
    await page.keyboard.press('Enter')
    await page.getByRole('article').getByText('release proposed', { exact: true }).waitFor()
    await page.getByText('Nobody else could confirm it').waitFor()
    await page.keyboard.press('c')
    await page.keyboard.type('Checked the register')
    await page.keyboard.press('Enter')
    const article = page.getByRole('article')
    await article.getByText('Released', { exact: true }).waitFor()
    await article.getByText('no second pair of eyes').waitFor()
    await shoot(page, 'released')
    const { entries } = (await (await fetch(`${cordon.url}/api/audit`)).json()) as {
      entries: { action: string; detail: { secondPairOfEyes?: boolean } }[]
    }
    expect(entries.find(({ action }) => action === 'payment.confirm')?.detail.secondPairOfEyes).toBe(false)
    await page.context().close()
  }, 60_000)

  it('keeps a message stopped, and finds it again under its state', async () => {
    const page = await open()
    await page.goto(`${cordon.url}/payments`)
    await page.getByRole('article').getByText('to decide').waitFor()
    await page.keyboard.press('b')
    await page.keyboard.type('It is the listed party')
    await page.keyboard.press('Enter')
    await page.getByRole('article').getByText('Kept stopped', { exact: true }).waitFor()
    await page.goto(`${cordon.url}/payments?state=blocked`)
    await page.getByRole('option').first().waitFor()
    expect(await page.getByRole('option').count()).toBe(1)
    await page.context().close()
  }, 60_000)

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each([
      [1440, 900],
      [390, 844],
    ])(
      'has no fault that axe-core knows, and nothing wider than the screen, at %i px',
      async (width, height) => {
        const page = await open(width, height, colorScheme)
        const faults: string[] = []
        const look = async (name: string) => {
          await page.waitForLoadState('networkidle')
          await shoot(page, `${name}-${width}-${colorScheme}`)
          faults.push(...(await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`))
          const overflow = await page.evaluate(
            () => document.querySelector('main')!.scrollWidth - document.querySelector('main')!.clientWidth,
          )
          if (overflow > 0) faults.push(`${name}: ${overflow} px wider than the screen`)
        }
        await page.goto(`${cordon.url}/payments?state=all`)
        await page.getByRole('option').first().waitFor()
        await look('queue')
        for (const [at, name] of ['mt', 'second', 'mx', 'denied'].entries()) {
          await page.goto(`${cordon.url}/payments?state=all`)
          await page.getByRole('option').nth(at).click()
          await page.getByRole('article').getByRole('heading', { level: 2 }).waitFor()
          await look(name)
        }
        expect(faults).toEqual([])
        await page.context().close()
      },
      120_000,
    )
  })
})
