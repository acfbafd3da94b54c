/**
 * Words that many people or firms share, by how many. Compiled by hand for Cordon from general knowledge of naming
 * around the world: no list was copied. The first group is borne by tens of millions, the second by millions, the
 * third by hundreds of thousands. What is in none of them is held to be rare.
 */
export const veryCommonWords = `
mohammed muhammad mohammad mohamed mohamad muhammed mohd ahmed ahmad ali hassan hasan hussein husain hussain hossein
khan abdul abd abdullah abdallah ibrahim mahmoud mahmud mahmood omar umar yusuf youssef kumar singh devi
kim lee li wang zhang chen liu yang zhao huang wu zhou nguyen tran le pham park pak choe choi jong jung yong
maria jose juan john james mary ivan ivanov da silva santos
`

/** See `veryCommonWords`. */
export const commonWords = `
mustafa mustapha khalid khaled said saeed sayed salim salem saleh salih karim rahman rahim aziz hamid hamed hameed
jamal kamal nasser nasir faisal fahd sultan saud majid malik rashid bashir bakr bakar osman othman ismail ishaq yaqub
musa isa dawood daud sulaiman suleiman haji mullah gul noor nur shah mir agha jan wali dost akhtar haq hak qadir qader
kadir ghani jabbar sattar ghafar ghafoor latif hadi mahdi reza rida javad jawad hasani hosseini husseini mohammadi
ahmadi rezaei karimi rahimi hashemi mousavi jafari amir amin anwar tariq usman zaki habib hamza bilal abbas fatima
aisha zainab khadija maryam ri ryu han song yun im jang chang kang ko ku ro no sin shin so yu pae paek hong hwang chon
cho jo jon min chol chul hyok hyon hyun myong myung jin yong nam nan hui kwang kwon gwang guk guk il un su sun son sung
song suk sik won won ho hun hwa in ji jae ju kyong kyung mi ok pyong ryong ryol sang se sok tae tok ung u
alexander aleksandr alexandr alexandre alexei alexey aleksey andrei andrey anna anton boris denis dmitri dmitry dmitrii
elena yelena evgeny evgeniy yevgeny igor irina konstantin leonid maksim maxim mikhail natalia nikolai nikolay oleg olga
pavel petr pyotr roman ruslan sergei sergey svetlana tatiana tatyana valentin valery vasily vadim victor viktor vitaly
vladimir vladislav vyacheslav yuri yury alexandrovich aleksandrovich alekseevich alekseyevich anatolyevich andreevich
andreyevich borisovich dmitrievich ivanovich mikhailovich nikolaevich nikolayevich petrovich pavlovich sergeevich
sergeyevich valerievich vasilievich viktorovich vladimirovich yurievich aleksandrovna nikolaevna vladimirovna
sergeevna ivanovna petrov sidorov smirnov kuznetsov popov sokolov lebedev kozlov novikov morozov volkov vasiliev
vasilyev pavlov semenov fedorov ivanova petrova oleksandr volodymyr serhii mykola
michael michel robert william david richard joseph thomas charles daniel matthew anthony mark paul steven andrew kenneth
george peter edward henry martin jean pierre jacques francois marie anne patricia jennifer linda elizabeth barbara
susan jessica sarah karen nancy lisa laura smith johnson williams brown jones miller davis wilson anderson taylor moore
jackson white harris thompson clark lewis robinson walker young allen king wright scott hill green adams baker nelson
carter mitchell roberts turner phillips campbell parker evans edwards collins stewart morris rogers cook murphy
luis carlos antonio francisco manuel pedro jesus miguel rafael fernando jorge alberto ricardo eduardo roberto mario
garcia rodriguez gonzalez martinez lopez hernandez perez sanchez ramirez torres flores rivera gomez diaz reyes morales
cruz ortiz gutierrez chavez ramos ruiz alvarez mendoza vasquez castillo jimenez moreno romero herrera medina aguilar
vargas castro fernandez guzman munoz rojas salazar ortega delgado pereira oliveira souza sousa costa ferreira
rodrigues almeida alves lima gomes ribeiro carvalho joao paulo ana luiz marcos
hans peter klaus wolfgang michael thomas andreas stefan muller mueller schmidt schneider fischer weber meyer wagner
becker schulz hoffmann rossi russo ferrari esposito bianchi giuseppe giovanni marco andrea francesco
sharma verma gupta patel shah das ram lal prasad rao reddy krishna lakshmi sri
sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato
mehmet mustafa ahmet huseyin hasan ibrahim yilmaz kaya demir sahin celik
sun xu ma zhu hu guo he lin gao luo zheng liang xie tang wei ming jun hua hui jie ping ying xiao yan fang lei
cheng deng feng jiang cai tian dong pan yuan yu ye su lu qing hong hai guang
abubakar abu bin ibn haqqani ochieng otieno mwangi moses emmanuel samuel ibrahima mamadou moussa traore diallo keita
`

/** Words that say what a firm does or where, see `veryCommonWords`; text calls most of them generic. */
export const commonFirmWords = `
international general national trading trade group holding holdings company corporation industries industry industrial
bank banco banque investment investments capital fund finance financial services service management consulting
development construction engineering technology technologies systems solutions energy oil gas petroleum petrochemical
power electric steel metal metals mining chemical marine maritime shipping ship ships logistics transport
transportation cargo freight air airlines aviation aerospace export import commercial enterprise enterprises business
global world united first new royal golden star sun sea ocean blue red white black east west north south eastern western
northern southern central middle asia asian africa european europe america american china chinese russia russian
iran iranian korea korean syria syrian turkey turkish india german gulf arab islamic republic state federal federation
ministry department agency office bureau committee council institute university academy center centre research
scientific science production plant factory works mill exchange foundation charity association society union organisation
organization party front movement army brigade battalion forces security defense defence military police media
communications telecom telecommunications electronics electronic digital software computer data network networks
medical pharmaceutical food foods agricultural farm real estate property properties hotel travel tourism
insurance securities partners partnership ventures resources products equipment machinery auto motors motor
`
