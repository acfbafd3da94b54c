/**
 * The structure of a goAML report of version 5, written down from UNODC's public schema guide (elements, their order, which are
 * mandatory, lengths). The codes of many fields (`transmode_code`, `from_funds_code`, indicators) are tables of each financial
 * intelligence unit; here they are texts. Elements that a case never fills are left out; a report with them is not refused as long as
 * their order does no harm.
 */
export interface GoamlField {
  readonly name: string
  readonly required?: true
  readonly many?: true
  /** A simple type, or the name of another structure. */
  readonly is: 'text' | 'date' | 'decimal' | 'integer' | 'boolean' | 'country' | 'currency' | GoamlType
  readonly max?: number
  readonly oneOf?: readonly string[]
  /** Of the fields of one group exactly one is there. A group is needed where one of its fields is `required`. */
  readonly choice?: string
}

/** Names of the structures. */
export type GoamlType =
  | 'report' | 'address' | 'transaction' | 'from' | 'to' | 'foreignCurrency' | 'account' | 'person' | 'entity' | 'activity'
  | 'reportParties' | 'reportParty' | 'indicators' | 'addresses' // biome-ignore format: a list

const text = (name: string, max = 255): GoamlField => ({ name, is: 'text', max })
const must = (field: GoamlField): GoamlField => ({ ...field, required: true })

const side = (from: 'from' | 'to'): readonly GoamlField[] => [
  must(text(`${from}_funds_code`)),
  text(`${from}_funds_comment`),
  { name: `${from}_foreign_currency`, is: 'foreignCurrency' },
  { name: 't_conductor', is: 'person' },
  { name: `${from}_account`, is: 'account', choice: 'holder', required: true },
  { name: `${from}_person`, is: 'person', choice: 'holder', required: true },
  { name: `${from}_entity`, is: 'entity', choice: 'holder', required: true },
  { name: `${from}_country`, is: 'country', required: true },
]

/** The structures by name, their elements in order. */
export const goamlSchema: Readonly<Record<GoamlType, readonly GoamlField[]>> = {
  report: [
    { name: 'rentity_id', is: 'integer', required: true },
    text('rentity_branch'),
    { name: 'submission_code', is: 'text', required: true, oneOf: ['E', 'M'] },
    { name: 'report_code', is: 'text', required: true, max: 20 },
    text('entity_reference'),
    text('fiu_ref_number'),
    { name: 'submission_date', is: 'date', required: true },
    { name: 'currency_code_local', is: 'currency', required: true },
    { name: 'reporting_user_code', is: 'text', max: 50, choice: 'reporter', required: true },
    { name: 'reporting_person', is: 'person', choice: 'reporter', required: true },
    { name: 'location', is: 'address', required: true },
    must(text('reason', 4000)),
    must(text('action', 4000)),
    { name: 'transaction', is: 'transaction', many: true, choice: 'what', required: true },
    { name: 'activity', is: 'activity', choice: 'what', required: true },
    { name: 'report_indicators', is: 'indicators', required: true },
  ],
  address: [
    must(text('address_type', 30)),
    must(text('address', 100)),
    text('town'),
    must(text('city')),
    text('zip', 30),
    { name: 'country_code', is: 'country', required: true },
    text('state'),
    text('comments', 4000),
  ],
  addresses: [{ name: 'address', is: 'address', many: true, required: true }],
  transaction: [
    must(text('transactionnumber', 50)),
    text('internal_ref_number', 50),
    text('transaction_location'),
    text('transaction_description', 4000),
    { name: 'date_transaction', is: 'date', required: true },
    text('teller', 50),
    text('authorized', 50),
    { name: 'late_deposit', is: 'boolean' },
    { name: 'date_posting', is: 'date' },
    { name: 'value_date', is: 'date' },
    must(text('transmode_code', 20)),
    text('transmode_comment', 50),
    { name: 'amount_local', is: 'decimal', required: true },
    { name: 't_from_my_client', is: 'from', choice: 'sender', required: true },
    { name: 't_from', is: 'from', choice: 'sender', required: true },
    { name: 't_to_my_client', is: 'to', choice: 'receiver', required: true },
    { name: 't_to', is: 'to', choice: 'receiver', required: true },
    text('comments', 4000),
  ],
  from: side('from'),
  to: side('to'),
  foreignCurrency: [
    { name: 'foreign_currency_code', is: 'currency', required: true },
    { name: 'foreign_amount', is: 'decimal', required: true },
    { name: 'foreign_exchange_rate', is: 'decimal', required: true },
  ],
  account: [
    must(text('institution_name')),
    { name: 'institution_code', is: 'text', max: 50, choice: 'institution', required: true },
    { name: 'swift', is: 'text', max: 11, choice: 'institution', required: true },
    { name: 'non_bank_institution', is: 'boolean' },
    text('branch'),
    must(text('account', 50)),
    { name: 'currency_code', is: 'currency' },
    text('account_name'),
    text('iban', 34),
    text('client_number', 30),
    text('personal_account_type', 20),
    { name: 't_entity', is: 'entity' },
    { name: 'opened', is: 'date' },
    text('status_code', 20),
    text('beneficiary', 50),
    text('beneficiary_comment'),
    text('comments', 4000),
  ],
  person: [
    text('gender', 1),
    text('title', 30),
    must(text('first_name', 100)),
    text('middle_name', 100),
    text('prefix', 100),
    must(text('last_name', 100)),
    { name: 'birthdate', is: 'date' },
    text('birth_place'),
    text('alias', 100),
    text('passport_number'),
    { name: 'passport_country', is: 'country' },
    text('id_number'),
    { name: 'nationality1', is: 'country' },
    { name: 'residence', is: 'country' },
    { name: 'addresses', is: 'addresses' },
    text('email'),
    text('occupation'),
    text('comments', 4000),
  ],
  entity: [
    must(text('name')),
    text('commercial_name'),
    text('incorporation_legal_form', 50),
    text('incorporation_number', 50),
    text('business'),
    { name: 'addresses', is: 'addresses' },
    { name: 'incorporation_country_code', is: 'country' },
    text('comments', 4000),
  ],
  activity: [{ name: 'report_parties', is: 'reportParties', required: true }],
  reportParties: [{ name: 'report_party', is: 'reportParty', many: true, required: true }],
  reportParty: [
    { name: 'person', is: 'person', choice: 'party', required: true },
    { name: 'account', is: 'account', choice: 'party', required: true },
    { name: 'entity', is: 'entity', choice: 'party', required: true },
    { name: 'significance', is: 'integer' },
    text('reason', 4000),
    text('comments', 4000),
  ],
  indicators: [{ name: 'indicator', is: 'text', max: 20, many: true, required: true }],
}
