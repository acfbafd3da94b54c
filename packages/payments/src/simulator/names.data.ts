/**
 * Parts of made-up names. No name made of them is meant to be anyone's: the traffic is synthetic.
 */
export const givenNames =
  'Arif Nasrin Tahmid Sadia Kamal Farzana Rafiq Mitu Imran Shirin Jose Maria Antonio Cristina Ramon Luz Nimal Kumari Sunil Dilani Anil Priya Ravi Sunita Wei Ming Hui Jun Akira Yuki Haruto Emi James Sarah Robert Emily Thomas Laura Hans Petra Klaus Sabine Pierre Claire Luca Giulia Chen Lina Omar Huda Yusuf Leila Somchai Malee Budi Siti Rizal Aisha'.split(
    ' ',
  )
/** Family names. */
export const familyNames =
  'Rahman Chowdhury Hossain Akter Mahmud Sarkar Talukder Bhuiyan Santos Reyes Garcia Ramos Bautista Villanueva Fernando Perera Silva Jayasuriya Sharma Gupta Iyer Patel Zhang Liu Chen Wang Tanaka Suzuki Sato Kimura Miller Johnson Clark Turner Weber Fischer Schmidt Becker Moreau Laurent Rossi Bianchi Haddad Nasser Demir Kaya Suksawat Wongsa Wijaya Hartono Ismail Osman'.split(
    ' ',
  )
/** What firms call themselves. */
export const firmNames =
  'Meghna Padma Orient Golden Delta Crescent Summit Pioneer Apex Horizon Pacific Eastern Lotus Royal Silver Prime Star Unity Global Vertex Nova Aster Cedar Maple Falcon Harbour Coral Sapphire Amber Zenith Everest Mekong Ganges Sakura Fuji Alpine Baltic Nordic Iberia Atlas Orion Titan Monsoon Jade Banyan Teak Bamboo River Bridge Castle Tower Garden Valley Ocean Island'.split(
    ' ',
  )
/** What firms do. */
export const firmTrades =
  'Trading Textiles Garments Shipping Engineering Industries Machinery Chemicals Foods Steel Electronics Logistics Construction Consulting Pharmaceuticals Energy Power Paper Plastics Cotton Exports Imports Technologies Equipment Motors Cement Fertilizer Insurance Services Development Foundation Association Institute Hospital University Publishing Telecom Systems Materials Spinning'.split(
    ' ',
  )
/** Legal forms by country; `other` for the rest. */
export const legalForms: Readonly<Record<string, readonly string[]>> = {
  us: ['Inc', 'LLC', 'Corp'],
  gb: ['Ltd', 'PLC', 'Limited'],
  de: ['GmbH', 'AG'],
  fr: ['SA', 'SARL'],
  it: ['SpA', 'Srl'],
  jp: ['Co Ltd', 'KK'],
  cn: ['Co Ltd'],
  in: ['Pvt Ltd', 'Limited'],
  sg: ['Pte Ltd'],
  other: ['Ltd', 'Limited', 'Co'],
}
