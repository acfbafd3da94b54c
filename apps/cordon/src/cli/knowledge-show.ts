import { ndjsonLine } from '@cordon/formats'
import { CordonError } from '@cordon/model'
import type { Command } from 'commander'
import { loadThreats } from '../threats/known-threats.ts'
import { indicatorText, severalText, threatText } from '../threats/threat-text.ts'
import { indicatorPage, threatView, whatIsAsked } from '../threats/threat-view.ts'
import { write } from './output.ts'
import { withStore } from './with-store.ts'

interface ShowOptions {
  readonly data?: string
  readonly json?: boolean
}

/** `cordon knowledge show`: a group, a tool, a technique or an indicator, and who says what of it. */
export function addKnowledgeShowCommand(knowledge: Command): void {
  knowledge
    .command('show')
    .description(
      'A group, tool, campaign, technique or indicator with everything that is known of it and who says it.',
    )
    .argument('<name>', 'a name, a short id (G0032), a STIX id, or the value of an indicator')
    .option('--json', 'as JSON')
    .option('--data <folder>', 'the data folder')
    .addHelpText(
      'after',
      `
Examples:
  cordon knowledge show "Lazarus Group"
  cordon knowledge show "Labyrinth Chollima"     every group that some source calls so
  cordon knowledge show G0032 --json
  cordon knowledge show hxxp://evil[.]example/a

A name that several things bear is answered with all of them: which one is meant is for a person to say.`,
    )
    .action(show)
}

async function show(name: string, { data, json }: ShowOptions): Promise<void> {
  await withStore(data, async (store) => {
    const known = await loadThreats(store)
    const asked = whatIsAsked(known, name)
    const now = store.now()
    if (asked.is === 'threat') {
      const view = threatView(known, asked.id, now)!
      return write(json ? ndjsonLine(view) : threatText(view))
    }
    if (asked.is === 'indicator') {
      const page = await indicatorPage(store, known, asked.kind, asked.value, now)
      return write(json ? ndjsonLine(page) : indicatorText(page))
    }
    if (asked.is === 'several')
      return write(json ? ndjsonLine({ name, matches: asked.matches }) : severalText(name, asked.matches))
    const near = asked.near.slice(0, 8).map((one) => `${one.name}${one.code ? ` (${one.code})` : ''}`)
    throw new CordonError({
      code: 'CORDON_NO_SUCH_THREAT',
      expected: 'a name, an id or an indicator that some collection knows',
      found: 'none',
      where: name,
      remedy:
        known.collections.length === 0
          ? 'Nothing is kept yet: cordon knowledge import enterprise-attack.json'
          : near.length > 0
            ? `Names like it: ${near.join(', ')}.`
            : '`cordon knowledge status` tells what is kept.',
    })
  })
}
