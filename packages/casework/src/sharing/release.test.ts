import { type Tlp, tlpMarkings } from '@cordon/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from './csv-export.ts'
import type { Dossier, StixBody } from './dossier.ts'
import { goamlReport } from './goaml/goaml-report.ts'
import { heldTotal } from './held-back.ts'
import { mispEventOf, mispFeedOf } from './misp-export.ts'
import { ofacDocument, ofacForms, ofacReport } from './ofac/ofac-forms.ts'
import { release } from './release.ts'
import { caseReport } from './report/case-report.ts'
import { htmlOf } from './report/html.ts'
import { stixBundleOf } from './stix-export.ts'
import { inCase, markingRef, stixObject, testDossier, testFinding, testPayment } from './testing-dossier.ts'
import { strictness } from './tlp.ts'

const now = Date.UTC(2026, 2, 1)

/** Everything that could leave of a case, in every format there is. */
function everythingOf(dossier: Dossier, level: Tlp): string {
  const released = release(dossier, level)
  return [
    JSON.stringify(stixBundleOf(released)),
    JSON.stringify([...mispFeedOf([mispEventOf(released)])]),
    csvOf(released),
    htmlOf(caseReport(released, 'en')),
    htmlOf(caseReport(released, 'ko')),
    goamlReport(released, {}, now).xml,
    ...ofacForms.map((form) => htmlOf(ofacDocument(ofacReport(released, form, {}), level))),
  ].join('\n')
}

const level = fc.constantFrom(...tlpMarkings)
const marking = fc.constantFrom<string>(...tlpMarkings, 'TLP:PURPLE', 'secret', '')

describe('what leaves of a case', () => {
  it('is nothing that is marked above the level, in any format, whatever quotes or refers to it', () => {
    fc.assert(
      fc.property(
        level,
        fc.array(
          fc.record({
            marking,
            quotes: fc.integer({ min: 0, max: 7 }),
            verdict: fc.boolean(),
            place: fc.integer({ min: 0, max: 5 }),
          }),
          { minLength: 1, maxLength: 7 },
        ),
        fc.array(fc.record({ marking, quotes: fc.integer({ min: 0, max: 7 }) }), { maxLength: 4 }),
        fc.array(
          fc.record({
            marking: fc.constantFrom(
              ...Object.values(markingRef),
              'marking-definition--00000000-0000-4000-8000-00000000ffff',
            ),
            granular: fc.boolean(),
            quotes: fc.integer({ min: 0, max: 7 }),
          }),
          { maxLength: 4 },
        ),
        (chosen, findings, notes, objects) => {
          const word = (n: number) => `Zq${'abcdefgh'[n]}xw${'mnopqrst'[n]}`
          const quote = (n: number) =>
            [
              '',
              ` It is about ${word(n)} Trading, seen at zq${n}xw.example.`,
              ` See ${word(n).toUpperCase()}  trading!`,
            ][n % 3]!
          const name = (n: number) => word(n)
          const made = findings.map((one, n) =>
            inCase(
              testFinding(name(n), {
                marking: one.marking as Tlp,
                statement: `${name(n)} Trading may be ${name(n)} Listed.${quote(one.quotes)}`,
                matches: [
                  { kind: 'entity', id: `ofac-${name(n)}`, label: `${name(n)} Listed` },
                  { kind: 'indicator', id: `domain:zq${n}xw.example`, label: `zq${n}xw.example` },
                  ...(objects.length > 0
                    ? [
                        {
                          kind: 'stix' as const,
                          id: stixObject('malware', n % objects.length).id,
                          label: `Qobj${n % objects.length}name`,
                        },
                      ]
                    : []),
                ],
              }),
              {
                joins: [`It has ${word(one.quotes)} Trading in common.`],
                ...(one.verdict && {
                  decision: {
                    verdict: 'true' as const,
                    reason: `Checked.${quote(one.place)}`,
                    who: 'ann',
                    at: now,
                  },
                }),
              },
            ),
          )
          const bodies: StixBody[] = objects.map((one, n) =>
            stixObject('malware', n, {
              name: `Qobj${n}name`,
              description: `Used by Qobj${(n + 1) % 4}name.${quote(one.quotes)}`,
              aliases: [`Qalias${n}name`],
              x_refs: [stixObject('malware', (n + 1) % 4).id],
              ...(one.granular
                ? {
                    object_marking_refs: [markingRef['TLP:CLEAR']],
                    granular_markings: [{ marking_ref: one.marking, selectors: ['aliases.[0]'] }],
                  }
                : { object_marking_refs: [one.marking] }),
            }),
          )
          const dossier = testDossier(made, {
            objects: bodies,
            notes: notes.map((one, n) => ({
              id: `n${n}`,
              who: 'ann',
              at: now,
              text: `${one.marking} Qnote${n}name was here.${quote(one.quotes)}`,
            })),
            payments: made.slice(0, 1).map(({ finding }) =>
              testPayment(finding.id, {
                parties: [{ role: 'debtor', name: `${word(1)} Trading` }],
                texts: [`for ${word(2)} Trading`],
              }),
            ),
          })
          const out = everythingOf(dossier, chosen)
          // What isn't understood counts as TLP:RED.
          const isAbove = (one: string) => strictness(one) > strictness(chosen)
          findings.forEach((one, n) => {
            if (!isAbove(one.marking)) return
            for (const secret of [
              `${name(n)} Trading`,
              `${name(n)} Listed`,
              `ofac-${name(n)}`,
              `zq${n}xw.example`,
              made[n]!.finding.id,
            ])
              expect(out.toLowerCase()).not.toContain(secret.toLowerCase())
          })
          notes.forEach((one, n) => {
            if (one.marking.startsWith('TLP') && isAbove(one.marking))
              expect(out).not.toContain(`Qnote${n}name`)
          })
          objects.forEach((one, n) => {
            const tlp = Object.entries(markingRef).find(([, id]) => id === one.marking)?.[0] ?? 'unknown'
            if (!isAbove(tlp === 'white' ? 'TLP:CLEAR' : tlp)) return
            expect(out).not.toContain(`Qalias${n}name`)
            // A finding that may leave says the name of its match by itself.
            const isSaid = made.some(
              ({ finding }, i) =>
                !isAbove(findings[i]!.marking) &&
                finding.matches.some(({ label }) => label === `Qobj${n}name`),
            )
            if (!one.granular && !isSaid) {
              expect(out).not.toContain(`Qobj${n}name`)
              expect(out).not.toContain(stixObject('malware', n).id)
            }
          })
        },
      ),
      { numRuns: 300 },
    )
  }, 60_000)

  it('is the same for the same input, whatever else is held back', () => {
    const green = inCase(testFinding('Abacus', { marking: 'TLP:GREEN' }))
    const red = inCase(testFinding('Basalt', { marking: 'TLP:RED' }))
    const one = stixBundleOf(release(testDossier([green, red]), 'TLP:GREEN'))
    const other = stixBundleOf(release(testDossier([green]), 'TLP:GREEN'))
    expect(one).toEqual(other)
  })

  it('says how much was held back, and of what, and nothing of what it says', () => {
    const green = inCase(
      testFinding('Abacus', { marking: 'TLP:GREEN', statement: 'Abacus Trading deals with Basalt Listed.' }),
    )
    const red = inCase(testFinding('Basalt', { marking: 'TLP:RED' }))
    const notes = [
      { id: '1', who: 'ann', at: now, text: 'TLP:GREEN Ask the branch.' },
      { id: '2', who: 'ann', at: now, text: 'Not for everyone.' },
    ]
    const {
      held,
      findings,
      notes: told,
      case: found,
    } = release(testDossier([green, red], { notes }), 'TLP:GREEN')
    expect(held).toMatchObject({ findings: 1, texts: 1, notes: 1 })
    expect(heldTotal(held)).toBe(3)
    expect(findings[0]!.finding.statement).toBe('[held back]')
    expect(told).toHaveLength(1)
    expect(found.title).toBe('Abacus Trading ↔ Abacus Listed')
  })

  it('keeps a name back in another order of its words, with endings in Korean, and made harmless as an address', () => {
    const red = inCase(
      testFinding('x', {
        marking: 'TLP:RED',
        subjects: [
          { kind: 'party', id: 'p', label: 'PARK, Jin Hyok' },
          { kind: 'party', id: 'q', label: '김철수' },
        ],
        matches: [{ kind: 'indicator', id: 'domain:evil.example', label: 'evil.example' }],
      }),
    )
    const texts = [
      'Jin Hyok Park came.',
      '어제 김철수는 왔다.',
      'hxxps://evil[.]example/a',
      'EVIL.EXAMPLE',
      'Nothing of it.',
    ]
    const notes = texts.map((text, i) => ({ id: String(i), who: 'ann', at: now, text: `TLP:CLEAR ${text}` }))
    const { notes: told } = release(testDossier([red], { notes }), 'TLP:GREEN')
    expect(told.map(({ text }) => text)).toEqual(['TLP:CLEAR Nothing of it.'])
  })

  it('counts a marking that is not understood as the strictest, and a notice of copyright as none', () => {
    const statement = (text: string) => ({
      type: 'marking-definition',
      id: `marking-definition--${String(text.length).padStart(8, '0')}-0000-4000-8000-000000000000`,
      definition_type: 'statement',
      definition: { statement: text },
    })
    const [odd, copyright, tlp] = [
      statement('For friends of the house.'),
      statement('Copyright 2026, Someone.'),
      statement('TLP:GREEN'),
    ]
    const objects = [odd!, copyright!, tlp!].flatMap((definition, n) => [
      definition,
      stixObject('tool', n, { object_marking_refs: [definition.id] }),
    ])
    const names = (at: Tlp) =>
      release(testDossier([], { objects }), at)
        .objects.map(({ name }) => name)
        .filter(Boolean)
    expect(names('TLP:CLEAR')).toEqual(['tool 1'])
    expect(names('TLP:GREEN')).toEqual(['tool 1', 'tool 2'])
    expect(names('TLP:RED')).toHaveLength(3)
    const missing = stixObject('tool', 9, {
      object_marking_refs: ['marking-definition--00000000-0000-4000-8000-000000000001'],
    })
    expect(release(testDossier([], { objects: [missing] }), 'TLP:AMBER+STRICT').objects).toEqual([])
  })

  it('withholds an object whose granular marking keeps back what it can not be without, or can not be followed', () => {
    const of = (selectors: string[]) =>
      stixObject('tool', 1, {
        object_marking_refs: [markingRef['TLP:CLEAR']],
        description: 'd',
        granular_markings: [{ marking_ref: markingRef['TLP:RED'], selectors }],
      })
    const out = (selectors: string[]) =>
      release(testDossier([], { objects: [of(selectors)] }), 'TLP:GREEN').objects
    expect(out(['name'])).toEqual([])
    expect(out(['nowhere.[3]'])).toEqual([])
    expect(out(['description'])[0]).not.toHaveProperty('description')
    expect(out(['description'])[0]).not.toHaveProperty('granular_markings')
  })
})
