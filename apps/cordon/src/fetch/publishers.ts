import { readers } from '@cordon/sources'

/** A list that can be fetched. */
export interface Publisher {
  /** The source it becomes; what `cordon lists update NAME` means. */
  readonly name: string
  readonly title: string
  /** Of the file, or of OpenSanctions' `index.json` where it is a catalogue. Absent: a person has to give it in lists.yaml. */
  readonly url?: string
  readonly kind: 'file' | 'catalog'
  /** Of a catalogue of several: the dataset that is meant. */
  readonly dataset?: string
  /** The format it must have; any known one where absent. */
  readonly format?: string
  /** Path of a mapping file, for tables of no known format. */
  readonly mapping?: string
  readonly allowPrivate: boolean
  readonly maxBytes?: number
  /** The share of its entries that a list may lose from one version to the next. Default 0.2. */
  readonly maxLoss: number
}

/**
 * Where the publishers themselves have their lists, by our source names. Addresses as published in 2026; they were not
 * asked from here. Japan's changes with every issue, so it has to be given.
 */
const addresses: readonly (readonly [source: string, format: string, url?: string])[] = [
  [
    'us_ofac_sdn',
    'ofac-sdn-advanced-xml',
    'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN_ADVANCED.XML',
  ],
  [
    'us_ofac_cons',
    'ofac-standard-xml',
    'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/CONSOLIDATED.XML',
  ],
  [
    'us_trade_csl',
    'us-csl-csv',
    'https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv',
  ],
  ['un_sc_sanctions', 'un-consolidated-xml', 'https://scsanctions.un.org/resources/xml/en/consolidated.xml'],
  [
    'eu_fsf',
    'eu-fsf-xml',
    'https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw',
  ],
  [
    'gb_fcdo_sanctions',
    'uk-sanctions-list-xml',
    'https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml',
  ],
  [
    'ca_dfatd_sema_sanctions',
    'ca-sema-xml',
    'https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-relations_internationales/sanctions/sema-lmes.xml',
  ],
  [
    'ch_seco_sanctions',
    'ch-seco-xml',
    'https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml?lang=en&action=downloadXmlGesamtlisteAction',
  ],
  [
    'au_dfat_sanctions',
    'au-dfat',
    'https://www.dfat.gov.au/sites/default/files/Australian_Sanctions_Consolidated_List.xlsx',
  ],
  ['jp_mof_sanctions', 'jp-mof'],
]

/** The publishers that Cordon knows, before lists.yaml is asked. */
export function knownPublishers(): Publisher[] {
  return addresses.map(([name, format, url]) => {
    const reader = readers.find((one) => one.format === format)!
    return {
      name,
      format,
      title: reader.source.title,
      kind: 'file',
      allowPrivate: false,
      maxLoss: 0.2,
      ...(url && { url }),
    }
  })
}
