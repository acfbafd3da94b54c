import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessibilityFaults, startBrowser } from '@cordon/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningCordon, startCordon } from './running-cordon.ts'

const browser = await startBrowser()
const pictures = resolve(fileURLToPath(import.meta.url), '../../../screenshots')
const password = 'violet harbour tin spoon'
const other = 'seven grey ladders at dusk'
type Page = Awaited<ReturnType<NonNullable<typeof browser>['newPage']>>

describe.skipIf(!browser)('people, in a real browser', () => {
  let cordon: RunningCordon
  let boss: Page
  const faults: string[] = []

  const open = async (size = { width: 1440, height: 900 }, colorScheme: 'light' | 'dark' = 'light') => {
    const context = await browser!.newContext({ viewport: size, colorScheme, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    page.on('pageerror', (error) => faults.push(error.message))
    return page
  }
  const heading = (page: Page, name: RegExp | string) =>
    page.getByRole('heading', { level: 1, name }).waitFor()
  const closeMenu = (page: Page) => page.keyboard.press('Escape')

  beforeAll(async () => {
    cordon = await startCordon()
    while ((await fetch(`${cordon.url}/readyz`)).status !== 200)
      await new Promise((resume) => setTimeout(resume, 100))
    await cordon.watch({
      storeAs: 'customer-1',
      schema: 'Person',
      properties: { name: ['Park Jin Hyok'], birthDate: ['1984-08-15'] },
    })
    await mkdir(pictures, { recursive: true })
    boss = await open()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await cordon?.stop()
  }, 120_000)
  beforeEach(() => {
    faults.length = 0
  })

  it('says on every page that it is open, and how to change that', async () => {
    await boss.goto(cordon.url)
    const banner = boss.getByRole('complementary', { name: 'No account yet' })
    await banner.waitFor()
    expect(await banner.textContent()).toContain('may see and do everything')
    await look(boss, 'open')
    await banner.getByRole('link', { name: 'Make the first account' }).click()
    await heading(boss, 'People')
    await boss.getByText('npx cordon accounts link').waitFor()
    await banner.getByRole('button', { name: /Hide/ }).click()
    expect(await banner.count()).toBe(0)
  })

  it('makes the first account with the link that the start printed, with the keyboard alone', async () => {
    await boss.goto(await cordon.setUpLink())
    await heading(boss, 'Make the first account')
    await look(boss, 'set-up')
    await boss.keyboard.type('boss')
    await boss.keyboard.press('Tab')
    await boss.keyboard.type('B. Oss')
    await boss.keyboard.press('Tab')
    await boss.keyboard.type('passwordpassword')
    await boss.keyboard.press('Enter')
    await boss.getByRole('alert').filter({ hasText: 'hard to guess' }).waitFor()
    await boss.getByLabel('Password', { exact: true }).fill(password)
    await boss.keyboard.press('Enter')
    await heading(boss, 'Floor')
    await boss.getByRole('button', { name: 'Account: B. Oss' }).click()
    await boss.getByRole('dialog', { name: 'B. Oss, administrator' }).waitFor()
    await closeMenu(boss)
    const again = await open()
    await again.goto(await cordon.setUpLink())
    await heading(again, 'This link works no more')
    await look(again, 'set-up-gone')
    await again.context().close()
  })

  it('leads who is not signed in to the sign-in, and back to where they were', async () => {
    const page = await open()
    await page.goto(`${cordon.url}/findings?verdict=all`)
    await heading(page, 'Sign in')
    await look(page, 'sign-in')
    await page.keyboard.type('boss')
    await page.keyboard.press('Tab')
    await page.keyboard.type('not the password')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'do not belong together' }).waitFor()
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.getByRole('listbox', { name: 'Queue' }).waitFor()
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toMatch(/^\/findings.*verdict=all/)
    // The session ends elsewhere: the next question leads to the sign-in, and from there back again.
    await page.context().clearCookies()
    await page.locator('main').focus()
    await page.keyboard.type('gl')
    await heading(page, 'Sign in')
    expect(new URL(page.url()).searchParams.get('return')).toBe('/lists')
    await page.context().close()
  })

  it('adds a person, who sets a password with the link; a viewer sees what they may not do', async () => {
    await boss.locator('main').focus()
    await boss.keyboard.type('gp')
    await heading(boss, 'People')
    await boss.getByRole('button', { name: 'Add a person' }).click()
    await boss.getByLabel('Name to sign in with').fill('kim')
    await boss.getByLabel('The person’s name').fill('김 리 <b>')
    await boss.getByLabel('Role', { exact: true }).selectOption('viewer')
    await look(boss, 'people-add')
    await boss.getByRole('button', { name: 'Add', exact: true }).click()
    const dialog = boss.getByRole('dialog', { name: 'A link for kim' })
    const link = (await dialog.locator('code').textContent())!
    await look(boss, 'people-link')
    await dialog.getByRole('button', { name: 'Done' }).click()
    const kim = await open()
    await kim.goto(link)
    await heading(kim, /Welcome/)
    await kim.getByLabel('Password', { exact: true }).fill(other)
    await kim.getByRole('button', { name: 'Set the password' }).click()
    await heading(kim, 'Floor')
    await kim.goto(`${cordon.url}/findings`)
    await kim.getByText('This needs the role analyst or above; you are viewer.').waitFor()
    expect(await kim.getByRole('button', { name: /^True/ }).isDisabled()).toBe(true)
    await look(kim, 'findings-viewer')
    await kim.goto(`${cordon.url}/people`)
    await kim.getByText('Only an administrator manages people').waitFor()
    await boss.reload()
    await Promise.all([
      boss.waitForResponse((answer) => answer.url().endsWith('/api/people/kim') && answer.ok()),
      boss.getByLabel('Role of kim').selectOption('analyst'),
    ])
    await kim.goto(`${cordon.url}/findings`)
    await kim.getByRole('button', { name: /^True/ }).waitFor()
    expect(await kim.getByRole('button', { name: /^True/ }).isEnabled()).toBe(true)
    await kim.context().close()
  })

  it('makes a key that is shown once, and revokes it after asking', async () => {
    await boss.goto(`${cordon.url}/people`)
    await boss.getByRole('button', { name: 'Make a key' }).click()
    await boss.getByLabel('What it is for').fill('core banking')
    await look(boss, 'people-key')
    await boss.getByRole('dialog').getByRole('button', { name: 'Make a key' }).click()
    const shown = boss.getByRole('dialog', { name: 'Your new key' })
    const key = (await shown.locator('code').textContent())!
    const asked = async () =>
      (await fetch(`${cordon.url}/api/lists`, { headers: { authorization: `Bearer ${key}` } })).status
    expect(await asked()).toBe(200)
    await shown.getByRole('button', { name: 'Done' }).click()
    await boss.getByRole('button', { name: 'Revoke core banking' }).click()
    await boss
      .getByRole('dialog', { name: /Revoke the key/ })
      .getByRole('button', { name: 'Revoke' })
      .click()
    await boss.getByText('No key yet').waitFor()
    expect(await asked()).toBe(401)
    expect(await boss.content()).not.toContain(key)
  })

  it('keeps the last administrator, and says why', async () => {
    await boss.getByRole('button', { name: 'Disable boss' }).click()
    const dialog = boss.getByRole('dialog', { name: 'Disable boss?' })
    await dialog.getByRole('button', { name: 'Disable' }).click()
    await dialog.getByRole('alert').filter({ hasText: 'Make someone else an administrator first' }).waitFor()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    expect(faults).toEqual([])
  })

  it('changes a password, and signs out everywhere', async () => {
    const page = await open()
    await page.goto(`${cordon.url}/account`)
    await page.getByLabel('Name', { exact: true }).fill('boss')
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await heading(page, 'Your account')
    await page.getByLabel('Present password').fill(password)
    await page.getByLabel('New password').fill(other)
    await page.getByRole('button', { name: 'Change the password' }).click()
    await page.getByText('The password is changed').waitFor()
    await boss.goto(`${cordon.url}/lists`)
    await heading(boss, 'Sign in')
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
    await heading(page, 'Sign in')
    await page.context().close()
  })

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each([
      [1440, 900],
      [390, 844],
    ])(
      'has no fault that axe-core knows, and nothing wider than the screen, at %i px',
      async (width, height) => {
        const page = await open({ width, height }, colorScheme)
        await page.goto(`${cordon.url}/sign-in`)
        await heading(page, 'Sign in')
        const wrong = [...(await faultsOf(page, `sign-in-${width}-${colorScheme}`))]
        await page.getByLabel('Name', { exact: true }).fill('boss')
        await page.getByLabel('Password', { exact: true }).fill(other)
        await page.keyboard.press('Enter')
        await heading(page, 'Floor')
        for (const name of ['people', 'account']) {
          await page.goto(`${cordon.url}/${name}`)
          await page.waitForLoadState('networkidle')
          wrong.push(...(await faultsOf(page, `${name}-${width}-${colorScheme}`)))
        }
        await page.getByRole('button', { name: 'Account: B. Oss' }).click()
        wrong.push(...(await faultsOf(page, `account-menu-${width}-${colorScheme}`)))
        expect(wrong).toEqual([])
        await page.context().close()
      },
    )
  })

  const look = async (page: Page, name: string) => {
    expect(await faultsOf(page, name)).toEqual([])
  }

  async function faultsOf(page: Page, name: string): Promise<string[]> {
    await page.screenshot({ path: join(pictures, `people-${name}.png`) })
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    const found = (await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`)
    return wide > 0 ? [...found, `${name}: ${wide} px wider than the screen`] : found
  }
})
