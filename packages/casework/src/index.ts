export * from './due.ts'
export { type CaseId, combined, type HeldKey, withoutFindings } from './joining/held-key.ts'
export { hooksOf, mostSubjects, type Probe, planJoining, probesOf } from './joining/joiner.ts'
export * from './joining/plan.ts'
export {
  type Join,
  type JoinContext,
  type JoinRule,
  type JoinRuleName,
  joinRuleNames,
} from './joining/rule.ts'
export { joinRules } from './joining/rules.ts'
export { type Thing, things } from './joining/things.ts'
export * from './mentions.ts'
export * from './pairs.ts'
export * from './severity.ts'
export * from './sharing/index.ts'
export * from './states.ts'
export * from './title.ts'
