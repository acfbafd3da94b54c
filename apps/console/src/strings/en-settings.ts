/** The words of the settings. */
export const enSettings = {
  title: 'Settings',
  mine: 'Yours',
  mineHint: 'Kept in this browser alone.',
  everyone: 'For everyone',
  everyoneHint: 'Kept in the store. Each change goes to the audit log.',
  about: 'This server',
  language: 'Language',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  density: 'Density',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  zone: 'Dates and times in',
  zones: { utc: 'UTC', local: 'The time zone of this machine' },
  zoneHint: 'Pages of the sea always say UTC, as ships do.',
  singleKeys: 'Single-key shortcuts',
  shortcuts: 'Show all shortcuts',
  matchThreshold: 'Match from this score on',
  matchThresholdHint:
    'Holds for questions over HTTP that name no threshold. A lower value finds more, and more that is wrong.',
  matchCutoff: 'Leave out below this score',
  matchCutoffHint: 'What scores less is not shown at all.',
  range: 'A number from 0 to 1.',
  save: 'Save',
  saved: 'Saved, and in the audit log.',
  audit: 'Open the audit log',
  privacy: 'What is left out of lists',
  privacyNone:
    'Nothing: all fields are kept. “drop:” in lists.yaml leaves fields out at import, and counts them.',
  privacyHint: 'By the policy in lists.yaml. What it names is never stored.',
  version: 'Cordon',
  node: 'Node',
  store: 'PostgreSQL',
  data: 'Data folder',
  lists: 'Policy of lists',
  tables: 'Tables up to step',
  fetching: 'Fetching',
  every: (hours: string) => `every ${hours} h`,
  notFetching: 'not by itself',
  openApi: 'Reference of the HTTP interface',
} as const

/** The words of the guided tour. */
export const enTour = {
  start: 'Take the tour',
  offerTitle: 'New here?',
  offerText: 'Seven steps, two minutes, on the starter pack. Everything stays as it is.',
  offerLater: 'Not now',
  label: 'Guided tour',
  step: (at: number, of: number) => `Step ${at} of ${of}`,
  next: 'Next',
  back: 'Back',
  finish: 'Finish',
  skip: 'End the tour',
  keys: 'Arrow keys move, Esc ends.',
  help: 'Help',
  steps: {
    search: {
      title: 'Ask anything',
      text: 'Type a name in any script, an IMO number, a wallet, an indicator. “/” brings you here from everywhere, Ctrl K finds pages and commands too.',
    },
    doors: {
      title: 'What came in',
      text: 'Each door with what came in over time and what still waits for a person: parties, payments, the sea, networks.',
    },
    entity: {
      title: 'Who says so',
      text: 'Every fact with the list that states it and since when. This one is from the starter pack, written from public record.',
    },
    findings: {
      title: 'You decide',
      text: 'Findings wait here with their evidence. j and k move, t, f and u decide; every decision has a reason and can be undone.',
    },
    sea: {
      title: 'The sea',
      text: 'Ships that meet, fall silent, or are not who they say, on a map that needs no network. The drills replay past operations.',
    },
    lists: {
      title: 'What answers rest on',
      text: 'The lists with their versions. The starter pack is only a first look: import a publisher’s file, and it retires.',
    },
    drills: {
      title: 'Go on with a drill',
      text: 'A past operation with made-up positions: find the transfer yourself. Nothing is stored.',
    },
  },
  openDrill: 'Play a drill',
} as const
