/**
 * Scripts that are written letter by letter with few surprises: `letter=Latin/second/third`. Longer keys win.
 * Sources: Greek ELOT 743 (ISO 843) and English habit; Hebrew Academy 2006 and ICAO Doc 9303; Georgian national system
 * 2002 and BGN/PCGN 2009; Armenian BGN/PCGN 1981 and Hübschmann-Meillet without marks; Hepburn (modified) and
 * Kunrei-shiki (ISO 3602) for Kana; Hunterian for Devanagari; RTGS for Thai (vowels written before their consonant are
 * put after it first).
 */
export const alphabets: Readonly<Record<string, string>> = {
  Grek: 'ου=ou/u αι=ai/e ει=ei/i οι=oi/i υι=yi/i αυ=av/au/af ευ=ev/eu/ef ηυ=iv μπ=b/mp ντ=d/nt γκ=g/gk γγ=ng/gg γξ=nx τζ=tz τσ=ts α=a β=v/b γ=g/y/gh δ=d/dh ε=e ζ=z η=i/e θ=th ι=i κ=k/c λ=l μ=m ν=n ξ=x/ks ο=o π=p ρ=r σ=s τ=t υ=y/i/u φ=f/ph χ=ch/h/kh ψ=ps ω=o',
  Hebr: 'א=a/ ב=b/v ג=g ד=d ה=h/ ו=v/o/u ז=z ח=h/ch/kh ט=t י=i/y כ=k/ch/kh ל=l מ=m נ=n ס=s ע=a/ פ=p/f צ=ts/tz/z ק=k ר=r ש=sh/s ת=t/th ג׳=j',
  Geor: 'ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh ჟ=zh რ=r ს=s ტ=t უ=u ფ=p/f ქ=k ღ=gh/g ყ=q/k შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh/h ჯ=j/dzh ჰ=h',
  Armn: 'ու=u և=ev/yev եւ=ev ա=a բ=b/p գ=g/k դ=d/t ե=e/ye զ=z է=e ը=y/e թ=t ժ=zh ի=i լ=l խ=kh ծ=ts/dz կ=k/g հ=h ձ=dz/ts ղ=gh ճ=ch/j մ=m յ=y/h ն=n շ=sh ո=o/vo չ=ch պ=p/b ջ=j/ch ռ=r ս=s վ=v տ=t/d ր=r ց=ts ւ=v/w փ=p ք=k օ=o ֆ=f',
  Kana: 'きゃ=kya きゅ=kyu きょ=kyo しゃ=sha/sya しゅ=shu/syu しょ=sho/syo しぇ=she ちゃ=cha/tya ちゅ=chu/tyu ちょ=cho/tyo ちぇ=che にゃ=nya にゅ=nyu にょ=nyo ひゃ=hya ひゅ=hyu ひょ=hyo みゃ=mya みゅ=myu みょ=myo りゃ=rya りゅ=ryu りょ=ryo ぎゃ=gya ぎゅ=gyu ぎょ=gyo じゃ=ja/zya じゅ=ju/zyu じょ=jo/zyo じぇ=je びゃ=bya びゅ=byu びょ=byo ぴゃ=pya ぴゅ=pyu ぴょ=pyo ふぁ=fa ふぃ=fi ふぇ=fe ふぉ=fo てぃ=ti でぃ=di うぃ=wi うぇ=we うぉ=wo ゔぁ=va ゔぃ=vi ゔぇ=ve ゔぉ=vo とぅ=tu あ=a い=i う=u え=e お=o か=ka き=ki く=ku け=ke こ=ko さ=sa し=shi/si す=su せ=se そ=so た=ta ち=chi/ti つ=tsu/tu て=te と=to な=na に=ni ぬ=nu ね=ne の=no は=ha ひ=hi ふ=fu/hu へ=he ほ=ho ま=ma み=mi む=mu め=me も=mo や=ya ゆ=yu よ=yo ら=ra り=ri る=ru れ=re ろ=ro わ=wa を=o ん=n が=ga ぎ=gi ぐ=gu げ=ge ご=go ざ=za じ=ji/zi ず=zu ぜ=ze ぞ=zo だ=da ぢ=ji づ=zu で=de ど=do ば=ba び=bi ぶ=bu べ=be ぼ=bo ぱ=pa ぴ=pi ぷ=pu ぺ=pe ぽ=po ゔ=vu ぁ=a ぃ=i ぅ=u ぇ=e ぉ=o っ= ー=',
  Deva: 'क्ष=ksh ज्ञ=gy/jn अ=a आ=a/aa इ=i ई=i/ee उ=u ऊ=u/oo ए=e ऐ=ai ओ=o औ=au ऋ=ri क=k ख=kh ग=g घ=gh ङ=n च=ch छ=chh ज=j झ=jh ञ=n ट=t ठ=th ड=d ढ=dh ण=n त=t थ=th द=d ध=dh न=n प=p फ=ph/f ब=b भ=bh म=m य=y र=r ल=l व=v/w श=sh ष=sh स=s ह=h ा=a ि=i ी=i/ee ु=u ू=u/oo े=e ै=ai ो=o ौ=au ं=n ँ=n ः=h ृ=ri ्= ़=',
  Thai: 'ก=k ข=kh ค=kh ฆ=kh ง=ng จ=ch ฉ=ch ช=ch ซ=s ฌ=ch ญ=y ฎ=d ฏ=t ฐ=th ฑ=th ฒ=th ณ=n ด=d ต=t ถ=th ท=th ธ=th น=n บ=b ป=p ผ=ph ฝ=f พ=ph ฟ=f ภ=ph ม=m ย=y ร=r ล=l ว=w ศ=s ษ=s ส=s ห=h ฬ=l อ=o ฮ=h ะ=a ั=a า=a ำ=am ิ=i ี=i ึ=ue ื=ue ุ=u ู=u เ=e แ=ae โ=o ใ=ai ไ=ai ฤ=rue ็= ่= ้= ๊= ๋= ์=',
}
