/**
 * Romanisation systems for Cyrillic, a line each: `name: letter=Latin`. `^е` is the letter at the start of a word or
 * after a vowel or sign, `-ий` the end of a word. Sources: BGN/PCGN 1947 (Russian), 1965 (Ukrainian), 1979
 * (Belarusian); ICAO Doc 9303 part 3; GOST 7.79-2000 B; Cabinet of Ukraine resolution 55 of 2010; Bulgarian
 * Transliteration Act 2009; Serbian Latin (Gaj) without its marks; German and French press habit. Letters of other
 * Cyrillic alphabets (Kazakh, Tatar, Mongolian, Tajik) are given as they are usually written in English.
 */
const shared =
  'а=a б=b в=v г=g ґ=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ў=w ј=j љ=lj њ=nj ћ=c ђ=dj џ=dz ѓ=gj ќ=kj ѕ=dz қ=k ғ=gh ң=ng ү=u ұ=u ө=o ә=a һ=h ҳ=h ҷ=j ӣ=i ӯ=u қ=q җ=j'
export const cyrillicSystems = `
russian BGN/PCGN: ${shared} ^е=ye ё=yo ^ё=yo -ий=iy -ый=yy
russian simple: ${shared} -ий=y -ый=y -ье=ye ё=e
russian passport: ${shared} й=i ъ=ie ю=iu я=ia -ий=ii -ый=yi ё=e
russian GOST: ${shared} ё=yo х=x ц=c ю=ju я=ja й=j э=e ы=y щ=shh -ий=ij -ый=yj
german: ${shared} в=w ж=sch з=s х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja й=j ё=jo -ий=i -ый=y
french: ${shared} у=ou ж=j ч=tch ш=ch щ=chtch ю=iou я=ia й=i -ий=i -ый=y
ukrainian 2010: ${shared} г=h и=y й=i ^й=y ^ї=yi ї=i ^є=ye є=ie ^ю=yu ю=iu ^я=ya я=ia -ий=yi
ukrainian BGN/PCGN: ${shared} г=h и=y й=y ї=yi є=ye -ий=yy
belarusian: ${shared} г=h ^е=ye ^ё=yo ё=yo ў=u -кі=ki -ий=iy
bulgarian 2009: ${shared} х=h щ=sht ъ=a ь=y -ия=ia й=y
serbian: ${shared} ж=z х=h ц=c ч=c ш=s џ=dz ђ=dj ћ=c -ий=ij
serbian english: ${shared} ж=zh х=h ц=ts ч=ch ш=sh џ=dzh ђ=dj ћ=ch ј=y љ=ly њ=ny -ий=iy
`
