import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessibilityFaults, findingLike, putFindings, startBrowser } from '@cordon/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../strings/en.ts'
import { ko } from '../strings/ko.ts'
import { caseFindings } from './case-findings.ts'
import { fixture, publicRecord, type RunningCordon, startCordon } from './running-cordon.ts'

const browser = await startBrowser()
const pictures = resolve(fileURLToPath(import.meta.url), '../../../screenshots')
const password = 'violet harbour tin spoon'
const sizes = [
  [1440, 900],
  [390, 844],
] as const

/** Every fixed sentence of a language. */
function sentences(words: object): string[] {
  return Object.values(words).flatMap((value) =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value ? sentences(value) : [],
  )
}
const inKorean = new Set(sentences(ko))
/** Block 4 of a SWIFT message is called so: names of fields come with the message, not from the strings. */
const ofMessages = 'Text'
const onlyEnglish = sentences(en).filter((text) => !inKorean.has(text) && text !== ofMessages)

describe.skipIf(!browser)('the console in Korean, on the real program', () => {
  let cordon: RunningCordon
  beforeAll(async () => {
    cordon = await startCordon()
    await cordon.importList(publicRecord, 'public_record')
    await putFindings(cordon.data, caseFindings().map(findingLike))
    for (const file of ['payments.rje', 'payments.xml'])
      await cordon.run('payments', 'screen', fixture(file), '--keep').catch(() => undefined)
    await mkdir(pictures, { recursive: true })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await cordon?.stop()
  }, 60_000)

  async function open([width, height]: readonly [number, number]) {
    const context = await browser!.newContext({
      colorScheme: width < 500 ? 'dark' : 'light',
      locale: 'ko-KR',
      viewport: { width, height },
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    return page
  }
  type Page = Awaited<ReturnType<typeof open>>

  /** What is wrong with the page as it stands: too wide, English left over, or a fault that axe-core knows. */
  async function faultsOf(page: Page, name: string): Promise<string[]> {
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: join(pictures, `korean-${name}.png`) })
    const { wide, texts, language } = await page.evaluate(() => {
      const root = document.documentElement
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const texts: string[] = []
      while (walker.nextNode()) texts.push(walker.currentNode.textContent!.trim())
      for (const one of document.querySelectorAll('[aria-label], [placeholder], [title]'))
        for (const attribute of ['aria-label', 'placeholder', 'title'])
          texts.push(one.getAttribute(attribute) ?? '')
      return { wide: root.scrollWidth - root.clientWidth, texts, language: root.lang }
    })
    const said = new Set(texts)
    return [
      ...(language === 'ko' ? [] : [`the language is ${language}`]),
      ...(wide > 0 ? [`${wide} px wider than the screen`] : []),
      ...onlyEnglish.filter((text) => said.has(text)).map((text) => `in English: ${text}`),
      ...(await accessibilityFaults(page)),
    ].map((fault) => `${name}: ${fault}`)
  }

  it.each(sizes)(
    'leaves no English and fits, without accounts, at %i px',
    async (width, height) => {
      const page = await open([width, height])
      const wrong: string[] = []
      const see = async (path: string, name: string, ready: string) => {
        await page.goto(cordon.url + path)
        await page.getByText(ready).first().waitFor()
        wrong.push(...(await faultsOf(page, `${name}-${width}`)))
      }
      await see('/cases', 'cases', 'HUA FU')
      await see('/cases/1', 'case', ko.cases.page.about)
      await page.keyboard.press('s')
      await page.getByRole('dialog').waitFor()
      wrong.push(...(await faultsOf(page, `case-state-${width}`)))
      await see('/payments', 'payments', 'MT103')
      await page.keyboard.press('i')
      await page.getByRole('dialog', { name: ko.payments.import.title }).waitFor()
      wrong.push(...(await faultsOf(page, `payments-import-${width}`)))
      await see('/people', 'people-open', ko.people.list.command)
      await see('/account', 'account-open', ko.people.account.nobody)
      expect(wrong).toEqual([])
      await page.context().close()
    },
    120_000,
  )

  it('makes an account, signs in, and manages people and keys', async () => {
    const page = await open(sizes[0])
    const wrong: string[] = []
    await page.goto(await cordon.setUpLink())
    const { setUp, list, keys, add } = ko.people
    await page.getByRole('heading', { level: 1, name: setUp.firstTitle }).waitFor()
    await page.getByLabel(setUp.name).fill('boss')
    await page.getByLabel(setUp.display, { exact: true }).fill('김보스')
    await page.getByLabel(setUp.password, { exact: true }).fill(password)
    wrong.push(...(await faultsOf(page, 'set-up-1440')))
    await page.getByRole('button', { name: setUp.first }).click()
    await page.waitForURL((url) => !/sign-in|set-up/.test(url.pathname))
    await page.goto(`${cordon.url}/people`)
    await page.getByRole('button', { name: list.add }).click()
    wrong.push(...(await faultsOf(page, 'people-add-1440')))
    await page.getByLabel(add.name).fill('lee')
    await page.getByLabel(add.display).fill('이분석')
    await page.getByRole('button', { name: add.submit, exact: true }).click()
    await page.getByRole('dialog', { name: add.doneTitle('lee') }).waitFor()
    wrong.push(...(await faultsOf(page, 'people-link-1440')))
    await page.getByRole('button', { name: add.done }).click()
    await page.getByRole('button', { name: keys.make }).click()
    wrong.push(...(await faultsOf(page, 'people-key-1440')))
    expect(wrong).toEqual([])
    await page.context().close()
  }, 120_000)

  it.each(sizes)(
    'leaves no English and fits, signed in, at %i px',
    async (width, height) => {
      const page = await open([width, height])
      const wrong: string[] = []
      await page.goto(`${cordon.url}/sign-in`)
      await page.getByRole('heading', { level: 1, name: ko.people.signIn.title }).waitFor()
      wrong.push(...(await faultsOf(page, `sign-in-${width}`)))
      await page.getByLabel(ko.people.signIn.name, { exact: true }).fill('boss')
      await page.getByLabel(ko.people.signIn.password, { exact: true }).fill(password)
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => !/sign-in|set-up/.test(url.pathname))
      for (const path of ['people', 'account', 'cases/1', 'payments']) {
        await page.goto(`${cordon.url}/${path}`)
        wrong.push(...(await faultsOf(page, `signed-in-${path.replace('/', '-')}-${width}`)))
      }
      expect(wrong).toEqual([])
      await page.context().close()
    },
    120_000,
  )
})
