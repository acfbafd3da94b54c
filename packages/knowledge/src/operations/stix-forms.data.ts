/** Of what form a member of a STIX object is. */
export type StixForm =
  | 'text'
  | 'texts'
  | 'id'
  | 'ids'
  | 'time'
  | 'boolean'
  | 'number'
  | 'confidence'
  | 'opinion'
  | 'references'
  | 'any'

interface StixType {
  readonly required: readonly string[]
  readonly members: Readonly<Record<string, StixForm>>
}

const named = { name: 'text', description: 'text' } as const
const seen = { first_seen: 'time', last_seen: 'time' } as const
const actor = {
  goals: 'texts',
  resource_level: 'text',
  primary_motivation: 'text',
  secondary_motivations: 'texts',
} as const

/** Domain objects, relationships and meta objects of STIX 2.1 (sections 4, 5 and 7): their members and those that must be there. */
export const stixTypes: Readonly<Record<string, StixType>> = {
  'attack-pattern': { required: ['name'], members: { ...named, aliases: 'texts', kill_chain_phases: 'any' } },
  campaign: { required: ['name'], members: { ...named, ...seen, aliases: 'texts', objective: 'text' } },
  'course-of-action': { required: ['name'], members: { ...named } },
  grouping: {
    required: ['context', 'object_refs'],
    members: { ...named, context: 'text', object_refs: 'ids' },
  },
  identity: {
    required: ['name'],
    members: {
      ...named,
      roles: 'texts',
      identity_class: 'text',
      sectors: 'texts',
      contact_information: 'text',
    },
  },
  incident: { required: ['name'], members: { ...named } },
  indicator: {
    required: ['pattern', 'pattern_type', 'valid_from'],
    members: {
      ...named,
      indicator_types: 'texts',
      pattern: 'text',
      pattern_type: 'text',
      pattern_version: 'text',
      valid_from: 'time',
      valid_until: 'time',
      kill_chain_phases: 'any',
    },
  },
  infrastructure: {
    required: ['name'],
    members: { ...named, ...seen, infrastructure_types: 'texts', aliases: 'texts', kill_chain_phases: 'any' },
  },
  'intrusion-set': { required: ['name'], members: { ...named, ...seen, ...actor, aliases: 'texts' } },
  location: {
    required: [],
    members: {
      ...named,
      latitude: 'number',
      longitude: 'number',
      precision: 'number',
      region: 'text',
      country: 'text',
      administrative_area: 'text',
      city: 'text',
      street_address: 'text',
      postal_code: 'text',
    },
  },
  malware: {
    required: ['is_family'],
    members: {
      ...named,
      ...seen,
      malware_types: 'texts',
      is_family: 'boolean',
      aliases: 'texts',
      kill_chain_phases: 'any',
      operating_system_refs: 'ids',
      architecture_execution_envs: 'texts',
      implementation_languages: 'texts',
      capabilities: 'texts',
      sample_refs: 'ids',
    },
  },
  note: {
    required: ['content', 'object_refs'],
    members: { abstract: 'text', content: 'text', authors: 'texts', object_refs: 'ids' },
  },
  opinion: {
    required: ['opinion', 'object_refs'],
    members: { explanation: 'text', authors: 'texts', opinion: 'opinion', object_refs: 'ids' },
  },
  report: {
    required: ['name', 'published', 'object_refs'],
    members: { ...named, report_types: 'texts', published: 'time', object_refs: 'ids' },
  },
  'threat-actor': {
    required: ['name'],
    members: {
      ...named,
      ...seen,
      ...actor,
      threat_actor_types: 'texts',
      aliases: 'texts',
      roles: 'texts',
      sophistication: 'text',
      personal_motivations: 'texts',
    },
  },
  tool: {
    required: ['name'],
    members: {
      ...named,
      tool_types: 'texts',
      aliases: 'texts',
      kill_chain_phases: 'any',
      tool_version: 'text',
    },
  },
  vulnerability: { required: ['name'], members: { ...named } },
  relationship: {
    required: ['relationship_type', 'source_ref', 'target_ref'],
    members: {
      relationship_type: 'text',
      description: 'text',
      source_ref: 'id',
      target_ref: 'id',
      start_time: 'time',
      stop_time: 'time',
    },
  },
  sighting: {
    required: ['sighting_of_ref'],
    members: {
      ...seen,
      description: 'text',
      count: 'number',
      sighting_of_ref: 'id',
      observed_data_refs: 'ids',
      where_sighted_refs: 'ids',
      summary: 'boolean',
    },
  },
  'marking-definition': {
    required: ['definition_type', 'definition'],
    members: { name: 'text', definition_type: 'text', definition: 'any' },
  },
}

const foreseen: Readonly<Record<string, readonly string[]>> = {
  'attack-pattern delivers': ['malware'],
  'attack-pattern targets': ['identity', 'location', 'vulnerability'],
  'attack-pattern uses': ['malware', 'tool'],
  'campaign attributed-to': ['intrusion-set', 'threat-actor'],
  'campaign compromises': ['infrastructure'],
  'campaign originates-from': ['location'],
  'campaign targets': ['identity', 'location', 'vulnerability'],
  'campaign uses': ['attack-pattern', 'infrastructure', 'malware', 'tool'],
  'identity located-at': ['location'],
  'indicator indicates': [
    'attack-pattern',
    'campaign',
    'infrastructure',
    'intrusion-set',
    'malware',
    'threat-actor',
    'tool',
  ],
  'infrastructure communicates-with': ['infrastructure'],
  'infrastructure consists-of': ['infrastructure'],
  'infrastructure controls': ['infrastructure', 'malware'],
  'infrastructure delivers': ['malware'],
  'infrastructure has': ['vulnerability'],
  'infrastructure hosts': ['malware', 'tool'],
  'infrastructure located-at': ['location'],
  'infrastructure uses': ['infrastructure'],
  'intrusion-set attributed-to': ['threat-actor'],
  'intrusion-set compromises': ['infrastructure'],
  'intrusion-set hosts': ['infrastructure'],
  'intrusion-set owns': ['infrastructure'],
  'intrusion-set originates-from': ['location'],
  'intrusion-set targets': ['identity', 'location', 'vulnerability'],
  'intrusion-set uses': ['attack-pattern', 'infrastructure', 'malware', 'tool'],
  'malware authored-by': ['intrusion-set', 'threat-actor'],
  'malware beacons-to': ['infrastructure'],
  'malware controls': ['malware'],
  'malware downloads': ['malware', 'tool'],
  'malware drops': ['malware', 'tool'],
  'malware exploits': ['vulnerability'],
  'malware exfiltrates-to': ['infrastructure'],
  'malware originates-from': ['location'],
  'malware targets': ['identity', 'infrastructure', 'location', 'vulnerability'],
  'malware uses': ['attack-pattern', 'infrastructure', 'malware', 'tool'],
  'malware variant-of': ['malware'],
  'threat-actor attributed-to': ['identity'],
  'threat-actor impersonates': ['identity'],
  'threat-actor located-at': ['location'],
  'threat-actor targets': ['identity', 'location', 'vulnerability'],
  'threat-actor uses': ['attack-pattern', 'infrastructure', 'malware', 'tool'],
  'tool targets': ['identity', 'infrastructure', 'location', 'vulnerability'],
  'tool uses': ['infrastructure'],
}

/** Relationships that STIX 2.1 foresees (appendix B), as `campaign uses malware`. */
export const relationships: ReadonlySet<string> = new Set(
  Object.entries(foreseen).flatMap(([words, targets]) => targets.map((target) => `${words} ${target}`)),
)
