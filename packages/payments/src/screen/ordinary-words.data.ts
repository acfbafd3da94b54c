/**
 * Words that lists have as the whole name of a firm or a ship, and people write every day. Alone they are shown and
 * ask for nothing. Chosen by hand from single-word names of the lists of 2025.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `access action active advance advanced agency alliance alpha amber anchor angel apex apollo arena argo arrow asia
aspect asset atlas aurora avalon azimuth balance baltic barrier base beacon bear benefit beta blossom bonus bravo bridge brilliant
business cable camellia canon capital castle celebrity center central century challenge champion chance channel charity
choice circle citizen city classic clean clever cloud coast comet compass concept concord connect constant contact
contract control corner cosmos courage cristal crown crystal cyber dawn delta demand design diamond digital dignity
direct discovery division domain dolphin dragon dream dynamics dynasty eagle earth east echo eclipse elegance element elite
emerald empire energy engine engineering enterprise equator equity essence eternal euro europa europe event evolution excel
excellence exchange expert explorer export express extra factor faith falcon fantasy farm favour fidelity field final finance fiber
first flash fleet flora fluid focus force forest format fortune forum forward frame freedom fresh friend friendship frontier
fusion future galaxy gamma garden gate gateway gemini general genesis genius giant glass global globe glory gold golden grace
grain grand granite graphite gravity great green group growth guard guardian guide harbour harmony harvest health heart heritage
hero high holding home honest honour hope horizon house icon idea ideal image impact imperial import impulse index
industrial industry infinity information initiative innovation insight inspiration institute integral integrity interface international
invest investment iron island ivory jade jasmine jewel journey jupiter justice kernel king kingdom knight lake land laser
league legacy legend liberty light lilac line link lion logic logistics lotus luck lucky luna magic magnet major marathon
marble marine mark market marine master matrix maximum meadow media melody mercury meridian metal meteor metro micro
mineral miracle mirage mission mobile model modern moment monarch monolith moon motion motor mountain music mystery nation
national nature navigator neptune network neutral noble nord north nova object oasis ocean office olive olympia omega
onyx open opera optima optimum option orange orbit orchid order oriental origin orion outpost oxygen pacific palace
palm panorama paradise parallel park partner passion path patriot peace peak pearl pegasus peninsula perfect performance
phoenix photon pilot pioneer planet platinum plaza point polar port portal position positive power precision premier premium
presto prestige prime princess principle prism product professional profit progress project promise prospect prosperity
protect proton province pulsar pulse quality quantum quest radar radian radio radius rainbow rapid record region relay rescue
resource result rhythm ring rise river road rocket rose royal ruby safari safe sail saturn science season secret security select
sense sentinel service shadow shield signal silk silver simple sirius sky smart solar solid solution sonata source south
space spark special spectrum speed sphere spirit sport spring square stability standard star start station status
steel stellar stone storm strategy stream strong studio style success summit sunrise sunset supply support supreme swift
symbol symphony synergy synthesis system target team technical technology telecom temple test texas time titan today topaz total
tower trade trading tradition training trans transfer transit transport treasure trend triangle trident trinity triumph trust
truth tulip twin ultra union unique unity universal universe urban vanguard vector venture venus vertex vertical victoria victory
video view vision vista vital voice volga volt voyager water wave wealth west white wind window wisdom wise wonder wood
world yacht year yield young zenith zero zone
january february march april may june july august september october november december monday tuesday wednesday thursday friday
saturday sunday argument armament armour arsenal ascent auction basis bears carbon class consult echelon edison inform instrument
integral invent martyrs monitoring nobility oppressed plasma pointer polymer potassium quorum reach reconstruction refinery
register restart scorpions spinner stars strontium structure superwave timber typhoon veiled veteran wings youth maple tamil
arizona baikal baltic hydrographic kingston volga saratov taipan bison canvas textile textiles copper iron coal sugar cotton
coffee rubber paper cement leather tobacco hotel hotels restaurant clinic school market seafood fish rice wheat maize salt`
    .split(/\s+/)
    .filter(Boolean),
)
