import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessibilityFaults, startBrowser } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { networkLogs } from './network-logs.ts'
import { fixture, type RunningCordon, startCordon } from './running-cordon.ts'

const pictures = join(resolve(fileURLToPath(import.meta.url), '../../..'), 'screenshots')
const browser = await startBrowser()
const rule = `title: Coral RAT is started
id: 6a1f0c1e-0d7c-4d6e-9f3b-0a1b2c3d4e5f
status: stable
level: critical
tags: [attack.execution, attack.t1059.001, attack.s9001]
logsource: {product: windows, category: process_creation}
detection:
  s:
    Image|endswith: '\\\\whoami.exe'
  condition: s
`

describe.skipIf(!browser)('attribution, on the real program', () => {
  let cordon: RunningCordon

  beforeAll(async () => {
    cordon = await startCordon()
    await mkdir(pictures, { recursive: true })
    const [rules, logs] = [join(cordon.data, 'coral.yml'), join(cordon.data, 'logs.ndjson')]
    await writeFile(rules, rule)
    await writeFile(logs, networkLogs())
    await cordon.run('network', 'scan', logs, '--rules', rules, '--watch', 'first')
  }, 90_000)
  afterAll(async () => {
    await browser?.close()
    await cordon?.stop()
  }, 60_000)

  async function open(path: string, width = 1440, colorScheme: 'light' | 'dark' = 'light') {
    const context = await browser!.newContext({
      colorScheme,
      viewport: { width, height: width > 500 ? 900 : 844 },
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(12_000)
    await page.goto(cordon.url + path)
    return page
  }

  it('says which import to run while no group is known', async () => {
    const page = await open('/cases/1/attribution')
    await page.getByRole('heading', { name: 'No attribution' }).waitFor()
    await page.getByText('npx cordon knowledge import enterprise-attack.json', { exact: true }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.context().close()
    await cordon.run(
      'knowledge',
      'import',
      fixture('attribution.stix.json'),
      fixture('attribution.galaxy.json'),
    )
  }, 60_000)

  it('shows at the case who may be behind it, and leads to the evidence', async () => {
    const page = await open('/cases/1')
    await page.getByText(/Coral Chollima: \d+ %/).waitFor()
    await page.getByRole('link', { name: 'Evidence for and against' }).click()
    await page.getByRole('heading', { name: /Coral Chollima: \d+ %/ }).waitFor()
    await page.getByText('CORALRAT (S9001)').first().waitFor()
    await page.getByText('known of this group alone').first().waitFor()
    await page.getByRole('heading', { name: 'What would settle it' }).waitFor()
    await page.getByText('KP', { exact: true }).first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.context().close()
  }, 60_000)

  it('the matrix is worked by keyboard, saved with the case, and taken back; both views stand side by side', async () => {
    const page = await open('/cases/1/attribution#person')
    const against = () => page.locator('thead tr').nth(1).innerText()
    await page.getByRole('button', { name: /^CORALRAT.*, Coral Chollima: C consistent/ }).focus()
    const before = await against()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('i')
    await page.getByRole('button', { name: /^CORALRAT.*, Coral Chollima: I inconsistent/ }).waitFor()
    expect(await against()).not.toBe(before)
    await page.keyboard.press('z')
    await page.getByRole('button', { name: /^CORALRAT.*, Coral Chollima: C consistent/ }).waitFor()
    expect(await against()).toBe(before)
    await page.getByRole('button', { name: /^CORALRAT.*, Coral Chollima: C consistent/ }).focus()
    await page.keyboard.press('i')
    await page.getByRole('button', { name: 'Add hypothesis' }).click()
    await page.getByLabel('What may have happened').fill('An insider')
    await page.keyboard.press('Enter')
    await page.getByRole('columnheader', { name: /An insider/ }).waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved as version 1.').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.reload()
    await page.getByRole('columnheader', { name: /An insider/ }).waitFor()
    await page.getByText(/Last changed by/).waitFor()
    await page.getByText('Side by side').click()
    await page.getByText(/The machine has .* in front/).waitFor()
    await page.getByText('consistent → inconsistent').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByText('Hypotheses by hand').click()
    await page.getByRole('button', { name: /^Undo/ }).click()
    await page.getByText('Taken back.').waitFor()
    await page.getByText(/Filled in by the machine/).waitFor()
    await page.goto(`${cordon.url}/cases/1`)
    await page.getByText('took a change of the matrix of competing hypotheses back').waitFor()
    await page.context().close()
  }, 90_000)

  it('weighs evidence that is entered, abstains on techniques alone, and names what it does not know', async () => {
    const page = await open('/attribution')
    await page.getByRole('heading', { name: 'Enter what was seen' }).waitFor()
    await page.getByLabel('Techniques').fill('T1059.001, T9999')
    await page.getByRole('button', { name: 'Weigh it' }).click()
    await page.getByRole('heading', { name: 'No attribution' }).waitFor()
    await page.getByText(/they never name anybody/).waitFor()
    await page.getByText('not known: kept, weighs nothing by itself').waitFor()
    await page.getByLabel('Malware and tools').fill('AMBERRAT')
    await page.getByRole('button', { name: 'Weigh it' }).click()
    await page.getByRole('heading', { name: /Amber Chollima: \d+ %/ }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.context().close()
  }, 60_000)

  it.each([
    ['attribution-case', '/cases/1/attribution'],
    ['attribution-matrix', '/cases/1/attribution#person'],
    ['attribution-both', '/cases/1/attribution#both'],
    ['attribution-free', '/attribution'],
  ])(
    'looks right in both widths and themes: %s',
    async (name, path) => {
      for (const [width, theme] of [
        [1440, 'light'],
        [390, 'dark'],
      ] as const) {
        const page = await open(path, width, theme)
        await page.locator('h2').first().waitFor()
        await page.waitForLoadState('networkidle')
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        await page.screenshot({ path: join(pictures, `${name}-${width}-${theme}.png`), fullPage: true })
        expect(await accessibilityFaults(page)).toEqual([])
        await page.context().close()
      }
    },
    60_000,
  )
})
