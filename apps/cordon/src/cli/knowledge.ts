import type { Command } from 'commander'
import { addKnowledgeImportCommand } from './knowledge-import.ts'
import { addKnowledgeShowCommand } from './knowledge-show.ts'
import { addKnowledgeStatusCommand } from './knowledge-status.ts'

/** `cordon knowledge`: what is known of groups, their tools and their traces. */
export function addKnowledgeCommand(program: Command): void {
  const knowledge = program
    .command('knowledge')
    .description(
      'Import threat intelligence, and see what is known of a group or an indicator and who says it.',
    )
  addKnowledgeImportCommand(knowledge)
  addKnowledgeShowCommand(knowledge)
  addKnowledgeStatusCommand(knowledge)
}
