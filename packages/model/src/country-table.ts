/**
 * Countries and territories: FollowTheMoney's code, ISO 3166-1 alpha-3 and numeric (`-` where there is none), English
 * name, then other names and adjectives as lists and people write them. Word order, "the", "of" and commas don't
 * matter, nor do formal words such as "Republic of": `country-code.ts` sees to those.
 */
export const countryTable = `
ad and 020 Andorra
ae are 784 United Arab Emirates;UAE;U.A.E.;Emirati;Dubai;Abu Dhabi;ОАЭ
af afg 004 Afghanistan;Afghan
ag atg 028 Antigua and Barbuda;Antigua
ai aia 660 Anguilla
al alb 008 Albania;Albanian
am arm 051 Armenia;Armenian
ao ago 024 Angola
aq ata 010 Antarctica
ar arg 032 Argentina;Argentine Republic;Argentinian
as asm 016 American Samoa
at aut 040 Austria;Austrian
au aus 036 Australia;Australian
aw abw 533 Aruba
ax ala 248 Åland Islands;Aland
az aze 031 Azerbaijan;Azerbaijani
ba bih 070 Bosnia and Herzegovina;Bosnia;Bosnia-Herzegovina
bb brb 052 Barbados
bd bgd 050 Bangladesh;Bangladeshi
be bel 056 Belgium;Belgian
bf bfa 854 Burkina Faso
bg bgr 100 Bulgaria;Bulgarian
bh bhr 048 Bahrain;Bahraini
bi bdi 108 Burundi
bj ben 204 Benin
bl blm 652 Saint Barthélemy
bm bmu 060 Bermuda
bn brn 096 Brunei;Brunei Darussalam
bo bol 068 Bolivia;Plurinational State of Bolivia
bq bes 535 Bonaire, Sint Eustatius and Saba;Caribbean Netherlands
br bra 076 Brazil;Brasil;Brazilian
bs bhs 044 Bahamas
bt btn 064 Bhutan
bv bvt 074 Bouvet Island
bw bwa 072 Botswana
by blr 112 Belarus;Belarusian;Byelorussia;Belorussia
bz blz 084 Belize
ca can 124 Canada;Canadian
cc cck 166 Cocos (Keeling) Islands;Cocos Islands
cd cod 180 Democratic Republic of the Congo;DR Congo;DRC;Congo-Kinshasa;Congo (Democratic Republic)
cf caf 140 Central African Republic;CAR
cg cog 178 Republic of the Congo;Congo;Congo-Brazzaville
ch che 756 Switzerland;Swiss Confederation;Swiss
ci civ 384 Côte d'Ivoire;Cote d Ivoire;Ivory Coast
ck cok 184 Cook Islands
cl chl 152 Chile
cm cmr 120 Cameroon;Cameroonian
cn chn 156 China;People's Republic of China;PRC;P.R.C.;P.R. China;Mainland China;Chinese
co col 170 Colombia;Colombian
cr cri 188 Costa Rica
cu cub 192 Cuba;Cuban
cv cpv 132 Cape Verde;Cabo Verde
cw cuw 531 Curaçao
cx cxr 162 Christmas Island
cy cyp 196 Cyprus;Cypriot
cz cze 203 Czechia;Czech Republic;Czech
de deu 276 Germany;Federal Republic of Germany;German;West Germany
dj dji 262 Djibouti
dk dnk 208 Denmark;Danish
dm dma 212 Dominica
do dom 214 Dominican Republic
dz dza 012 Algeria;Algerian
ec ecu 218 Ecuador
ee est 233 Estonia;Estonian
eg egy 818 Egypt;Egyptian
eh esh 732 Western Sahara
er eri 232 Eritrea;Eritrean
es esp 724 Spain;Spanish
et eth 231 Ethiopia;Ethiopian
fi fin 246 Finland;Finnish
fj fji 242 Fiji
fk flk 238 Falkland Islands;Malvinas;Falkland Islands (Malvinas)
fm fsm 583 Micronesia;Federated States of Micronesia
fo fro 234 Faroe Islands;Faeroe Islands
fr fra 250 France;French
ga gab 266 Gabon;Gabonese Republic
gb gbr 826 United Kingdom;UK;U.K.;Great Britain;Britain;British;England;United Kingdom of Great Britain and Northern Ireland
gd grd 308 Grenada
ge geo 268 Georgia;Georgian
gf guf 254 French Guiana
gg ggy 831 Guernsey
gh gha 288 Ghana;Ghanaian
gi gib 292 Gibraltar
gl grl 304 Greenland
gm gmb 270 Gambia
gn gin 324 Guinea;Guinea-Conakry
gp glp 312 Guadeloupe
gq gnq 226 Equatorial Guinea
gr grc 300 Greece;Greek;Hellenic Republic;EL
gs sgs 239 South Georgia and the South Sandwich Islands
gt gtm 320 Guatemala
gu gum 316 Guam
gw gnb 624 Guinea-Bissau
gy guy 328 Guyana
hk hkg 344 Hong Kong;Hong Kong SAR;Hong Kong Special Administrative Region;China, Hong Kong Special Administrative Region;Hong Kong SAR China;Hong Kong, China;Hong Kong SAR, China
hm hmd 334 Heard Island and McDonald Islands;Heard and McDonald Islands
hn hnd 340 Honduras
hr hrv 191 Croatia;Croatian
ht hti 332 Haiti;Haitian
hu hun 348 Hungary;Hungarian
id idn 360 Indonesia;Indonesian
ie irl 372 Ireland;Irish;Eire
il isr 376 Israel;Israeli
im imn 833 Isle of Man
in ind 356 India;Indian
io iot 086 British Indian Ocean Territory
iq irq 368 Iraq;Iraqi
ir irn 364 Iran;Islamic Republic of Iran;Iranian;Persia
is isl 352 Iceland
it ita 380 Italy;Italian
je jey 832 Jersey
jm jam 388 Jamaica
jo jor 400 Jordan;Jordanian;Hashemite Kingdom of Jordan
jp jpn 392 Japan;Japanese
ke ken 404 Kenya;Kenyan
kg kgz 417 Kyrgyzstan;Kyrgyz Republic;Kirghizia
kh khm 116 Cambodia;Cambodian;Kampuchea
ki kir 296 Kiribati
km com 174 Comoros;Union of the Comoros
kn kna 659 Saint Kitts and Nevis;St. Kitts and Nevis;St Kitts
kp prk 408 North Korea;Democratic People's Republic of Korea;DPRK;D.P.R.K.;D.P.R. Korea;DPR Korea;Korea DPR;Korea, Dem. People's Rep.;North Korean;КНДР;조선민주주의인민공화국;조선
kr kor 410 South Korea;Republic of Korea;ROK;R.O.K.;Korea Rep;South Korean;대한민국;한국
kw kwt 414 Kuwait;Kuwaiti
ky cym 136 Cayman Islands
kz kaz 398 Kazakhstan;Kazakh
la lao 418 Laos;Lao People's Democratic Republic;Lao PDR
lb lbn 422 Lebanon;Lebanese
lc lca 662 Saint Lucia;St. Lucia
li lie 438 Liechtenstein
lk lka 144 Sri Lanka;Ceylon
lr lbr 430 Liberia
ls lso 426 Lesotho
lt ltu 440 Lithuania;Lithuanian
lu lux 442 Luxembourg;Luxemburg
lv lva 428 Latvia;Latvian
ly lby 434 Libya;Libyan;Libyan Arab Jamahiriya
ma mar 504 Morocco;Moroccan
mc mco 492 Monaco
md mda 498 Moldova;Moldovan
me mne 499 Montenegro
mf maf 663 Saint Martin
mg mdg 450 Madagascar
mh mhl 584 Marshall Islands
mk mkd 807 North Macedonia;Macedonia;FYROM;Former Yugoslav Republic of Macedonia;North Macedonia, The Republic of
ml mli 466 Mali;Malian
mm mmr 104 Myanmar;Burma;Burmese;Union of Myanmar
mn mng 496 Mongolia
mo mac 446 Macau;Macao;Macao SAR;Macau SAR;China, Macao Special Administrative Region;Macao Special Administrative Region;Macau, China;Macao SAR China
mp mnp 580 Northern Mariana Islands
mq mtq 474 Martinique
mr mrt 478 Mauritania
ms msr 500 Montserrat
mt mlt 470 Malta;Maltese
mu mus 480 Mauritius
mv mdv 462 Maldives
mw mwi 454 Malawi
mx mex 484 Mexico;Mexican;United Mexican States
my mys 458 Malaysia;Malaysian
mz moz 508 Mozambique
na nam 516 Namibia
nc ncl 540 New Caledonia
ne ner 562 Niger
nf nfk 574 Norfolk Island
ng nga 566 Nigeria;Nigerian
ni nic 558 Nicaragua;Nicaraguan
nl nld 528 Netherlands;Holland;Dutch
no nor 578 Norway;Norwegian
np npl 524 Nepal
nr nru 520 Nauru
nu niu 570 Niue
nz nzl 554 New Zealand
om omn 512 Oman;Omani
pa pan 591 Panama;Panamanian
pe per 604 Peru
pf pyf 258 French Polynesia
pg png 598 Papua New Guinea
ph phl 608 Philippines;Filipino
pk pak 586 Pakistan;Pakistani
pl pol 616 Poland;Polish
pm spm 666 Saint Pierre and Miquelon;St. Pierre and Miquelon
pn pcn 612 Pitcairn;Pitcairn Islands
pr pri 630 Puerto Rico
ps pse 275 Palestine;State of Palestine;Palestinian;Palestinian Territories;Occupied Palestinian Territories;West Bank;Gaza;Gaza Strip;Palestinian Authority;Northern Gaza;North Gaza;Palestinian Territory, Occupied
pt prt 620 Portugal;Portuguese
pw plw 585 Palau
py pry 600 Paraguay
qa qat 634 Qatar;Qatari
re reu 638 Réunion
ro rou 642 Romania;Romanian;ROM
rs srb 688 Serbia;Serbian
ru rus 643 Russia;Russian Federation;Russian;РФ;Российская Федерация
rw rwa 646 Rwanda;Rwandan
sa sau 682 Saudi Arabia;KSA;Saudi
sb slb 090 Solomon Islands
sc syc 690 Seychelles
sd sdn 729 Sudan;Sudanese
se swe 752 Sweden;Swedish
sg sgp 702 Singapore;Singaporean
sh shn 654 Saint Helena, Ascension and Tristan da Cunha;Saint Helena;St. Helena
si svn 705 Slovenia;Slovenian
sj sjm 744 Svalbard and Jan Mayen
sk svk 703 Slovakia;Slovak Republic;Slovak
sl sle 694 Sierra Leone
sm smr 674 San Marino
sn sen 686 Senegal
so som 706 Somalia;Somali
sr sur 740 Suriname
ss ssd 728 South Sudan
st stp 678 São Tomé and Príncipe
sv slv 222 El Salvador
sx sxm 534 Sint Maarten;St. Maarten
sy syr 760 Syria;Syrian Arab Republic;Syrian
sz swz 748 Eswatini;Swaziland
tc tca 796 Turks and Caicos Islands
td tcd 148 Chad
tf atf 260 French Southern Territories
tg tgo 768 Togo;Togolese Republic
th tha 764 Thailand;Thai
tj tjk 762 Tajikistan;Tajik
tk tkl 772 Tokelau
tl tls 626 Timor-Leste;East Timor
tm tkm 795 Turkmenistan;Turkmen
tn tun 788 Tunisia;Tunisian
to ton 776 Tonga
tr tur 792 Türkiye;Turkey;Turkiye;Turkish
tt tto 780 Trinidad and Tobago;Trinidad
tv tuv 798 Tuvalu
tw twn 158 Taiwan;Chinese Taipei;Taiwan, Province of China;Taiwan, China;Republic of China;Taiwanese
tz tza 834 Tanzania;United Republic of Tanzania
ua ukr 804 Ukraine;Ukrainian
ug uga 800 Uganda;Ugandan
um umi 581 United States Minor Outlying Islands;U.S. Outlying Islands
us usa 840 United States;United States of America;U.S.A.;U.S.;America;American
uy ury 858 Uruguay;Eastern Republic of Uruguay
uz uzb 860 Uzbekistan;Uzbek
va vat 336 Holy See;Vatican;Vatican City;Vatican City State
vc vct 670 Saint Vincent and the Grenadines;St. Vincent and the Grenadines;St Vincent
ve ven 862 Venezuela;Bolivarian Republic of Venezuela;Venezuelan
vg vgb 092 British Virgin Islands;BVI;Virgin Islands, British;Virgin Islands, UK;Virgin Islands (British)
vi vir 850 U.S. Virgin Islands;United States Virgin Islands;Virgin Islands, U.S.;US Virgin Islands
vn vnm 704 Vietnam;Viet Nam;Vietnamese;Socialist Republic of Viet Nam
vu vut 548 Vanuatu
wf wlf 876 Wallis and Futuna
ws wsm 882 Samoa;Western Samoa
xk xkx - Kosovo;XKK;UNK;Kosovar
ye yem 887 Yemen;Yemeni
yt myt 175 Mayotte
za zaf 710 South Africa;South African;RSA
zm zmb 894 Zambia
zw zwe 716 Zimbabwe;Zimbabwean
eu - - European Union
suhh sun - Soviet Union;USSR;U.S.S.R.;Union of Soviet Socialist Republics;СССР
yucs yug - Yugoslavia;Socialist Federal Republic of Yugoslavia
csxx scg - Serbia and Montenegro;Federal Republic of Yugoslavia
cshh csk - Czechoslovakia;Czechoslovak Socialist Republic
dd ddr - East Germany;German Democratic Republic;GDR
ua-cri - - Crimea;Crimea (Occupied Ukraine);Autonomous Republic of Crimea;Republic of Crimea;Crimea Region of Ukraine
ua-dpr - - Donetsk People's Republic;DNR;Donetsk (Occupied Ukraine)
ua-lpr - - Luhansk People's Republic;LNR;Luhansk (Occupied Ukraine)
ge-ab - - Abkhazia;Abkhazia (Occupied Georgia)
x-so - - South Ossetia;South Ossetia (Occupied Georgia)
cy-trnc - - Northern Cyprus;Turkish Republic of Northern Cyprus
md-pmr - - Transnistria
so-som - - Somaliland`
