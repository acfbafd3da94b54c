import { type Settings, usualSettings } from '../store/index.ts'
import type { Services } from './services.ts'

/** A setting holds for everyone within this time; so a busy route asks the store once for many calls. */
const freshFor = 1_000
const held = new WeakMap<Services, { readonly at: number; readonly settings: Promise<Settings> }>()

/** What holds for everyone now; the usual values on a server without a store. */
export async function standingSettings(services: Services): Promise<Settings> {
  const { records } = services
  if (!records) return usualSettings
  const before = held.get(services)
  if (before && Date.now() - before.at < freshFor) return before.settings
  const settings = records
    .store()
    .then((store) => store.settings.get())
    .catch(() => usualSettings)
  held.set(services, { at: Date.now(), settings })
  return settings
}
