import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** What share bars say. */
export const SHARE_WORDS: WordList = {
  en: phrases(`
    share, share this, share this article, share this story, share this post, share on, share it,
    share via, sharing, tweet, tweet this, pin it, pin, save, print, print this, print this page, email,
    e-mail, mail, email this, send, copy link, copy url, link copied, copied, click to share on,
    opens in new window, opens in a new tab, follow us, follow us on, follow, like, like this, more,
    spread the word, send to a friend, post, bookmark, gift this article, resize, text size, shares,
    article share options, sms, rss, kindly share this story, share this news, share this page
  `),
  de: phrases(`
    teilen, artikel teilen, beitrag teilen, seite teilen, diesen artikel teilen, diesen beitrag teilen,
    jetzt teilen, auf _ teilen, auf facebook teilen, auf twitter teilen, mitteilen, twittern, merken,
    drucken, versenden, weiterempfehlen, per mail versenden, weiterleiten, e-mail senden, link kopieren,
    link kopiert, folgen sie uns, folge uns, folgen, gefallt mir, empfehlen, artikel drucken,
    artikel versenden, pocket, flattr, speichern, artikel merken, schriftgroße, spenden,
    per e-mail teilen, verschenken, artikel verschenken, beitrag verschenken, artikel weiterempfehlen
  `),
  fr: phrases(`
    partager, partagez, partager cet article, partager sur, imprimer, envoyer, envoyer par email,
    copier le lien, suivez-nous, tweeter, enregistrer, reagir, partager via, partager l'article,
    partagez cet article, partagez l'article, partager l'info, partagez l'info, offrir l'article,
    offrir cet article
  `),
  es: phrases(`
    compartir, comparte, compartir en, comparte este articulo, imprimir, enviar, enviar por correo,
    copiar enlace, siguenos, síguenos en, tuitear, guardar, compartelo, comparte esta noticia,
    compartir esta noticia, compartir noticia, comparte este contenido, comparte la noticia,
    regala este articulo
  `),
  it: phrases(`
    condividi, condividi su, condividi questo articolo, stampa, invia, copia link, seguici, seguici su,
    salva, invia per email, condividi l'articolo, condividi la notizia, condividi questa notizia,
    regala articolo, regala l'articolo
  `),
  pt: phrases(`
    compartilhar, compartilhe, compartilhe esta noticia, partilhar, partilhe, imprimir, enviar,
    copiar link, siga-nos, salvar, tuitar, compartilhe essa noticia, compartilhe este artigo,
    compartilhar noticia, compartilhe esta materia, partilhe este artigo, partilhar artigo,
    partilhe esta noticia, dar de presente, oferecer artigo
  `),
  nl: phrases(`
    delen, deel, deel dit, deel dit artikel, deel via, printen, afdrukken, kopieer link, volg ons,
    bewaar, tweeten, deel dit bericht, deel op, geef cadeau, artikel delen, deel dit verhaal
  `),
  pl: phrases(`
    udostepnij, podziel sie, drukuj, wyslij, kopiuj link, obserwuj nas, polub, zapisz, poleć,
    skopiuj link, skopiowano, skopiowano link, zapisz na pozniej, zapisz artykul, wyslij znajomemu,
    wyslij mailem, wyslij e-mailem, wyslij email, udostepnij artykul, udostepnij na, udostepnij
    przez, podziel sie artykulem, podziel sie na, wydrukuj, wydrukuj artykul, drukuj artykul,
    obserwuj, zaobserwuj, kopiuj, tweetnij, lubie to, dodaj do ulubionych, przejdz do komentarzy
  `),
  uk: phrases(`
    поділитися, поділитись, поширити, надіслати, друкувати, скопіювати посилання, підписуйтесь на
    нас, читайте нас, друк, роздрукувати, надіслати другу, надіслати другові, поділитися у,
    поділитися в, поділитись у, поділіться, скопіювати, копіювати посилання, скопійовано, посилання
    скопійовано, зберегти, зберегти статтю, сподобалось, сподобалося, відправити, твітнути, читати в
    telegram
  `),
  ru: phrases(`
    поделиться, поделиться в, поделитесь, отправить, распечатать, печать, скопировать ссылку, мы в
    соцсетях, сохранить, нравится, отправить другу, отправить на почту, отправить по почте,
    скопировать, копировать ссылку, ссылка скопирована, скопировано, поделиться новостью, поделиться
    статьей, поделиться ссылкой, рассказать друзьям, твитнуть, в избранное, добавить в избранное,
    версия для печати, мне нравится, сохранить в закладки
  `),
  tr: phrases(`
    paylas, paylaş, yazdir, gonder, linki kopyala, bizi takip edin, kaydet, tweetle, baglantiyi
    kopyala, kopyala, link kopyalandi, kopyalandi, arkadasina gonder, arkadasina oner, e-posta
    gonder, e-posta ile gonder, haberi paylas, facebookta paylas, facebook'ta paylas, twitterda
    paylas, twitter'da paylas, sayfayi yazdir, haberi yazdir, begen, takip et, abone ol, favorilere
    ekle, paylasin, sonra oku
  `),
  da: phrases(`
    del, del artiklen, del pa, print, send, kopier link, folg os, del artikel, del artiklen pa, gem,
    gem artikel, gem artiklen, gem til senere, tip en ven, send til en ven, send pa mail, send pa
    e-mail, udskriv, kopier, link kopieret, del pa facebook, del pa twitter, del link, del
    historien, kopier linket, synes godt om, folg
  `),
  sv: phrases(`
    dela, dela artikeln, dela pa, skriv ut, skicka, kopiera lank, folj oss, tipsa, spara, spara
    artikel, spara artikeln, las senare, spara till senare, tipsa en van, tipsa andra, mejla, maila,
    e-posta, kopiera, lank kopierad, lanken kopierad, kopiera lanken, dela artikel, dela pa
    facebook, dela pa twitter, dela via e-post, dela via mejl, dela via, dela med e-post, gilla,
    folj, skriv ut artikeln, dela lank
  `),
  no: phrases(`
    del, del saken, del pa, skriv ut, kopier lenke, folg oss, del artikkelen, del artikkel, del
    saken pa, del pa facebook, del pa twitter, del pa e-post, tips en venn, tips oss, lagre, lagre
    saken, lagre artikkel, les senere, kopier, kopier lenken, lenke kopiert, lenken er kopiert, send
    pa e-post, send e-post, print, lik, folg, del lenke
  `),
  fi: phrases(`
    jaa, jaa artikkeli, jaa tama, tulosta, laheta, kopioi linkki, seuraa meita, jaa juttu, jaa tama
    juttu, jaa tama artikkeli, jaa facebookissa, jaa twitterissa, jaa whatsappissa, jaa
    sahkopostilla, vinkkaa kaverille, tallenna, tallenna juttu, tallenna artikkeli, kopioi, kopioi
    osoite, kopioi jutun linkki, linkki kopioitu, lisaa suosikkeihin, laheta sahkopostilla, tykkaa,
    seuraa
  `),
  cs: phrases(`
    sdilet, sdilej, vytisknout, poslat, kopirovat odkaz, sledujte nas, sdilet clanek, sdilet na,
    sdilet na facebooku, sdilejte, sdileni, kopirovat, zkopirovat odkaz, odkaz zkopirovan,
    zkopirovano, poslat e-mailem, poslat emailem, poslat pratelum, poslat znamemu, ulozit, ulozit na
    pozdeji, ulozit clanek, tisk, tisknout, libi se mi, to se mi libi, sledovat, tweetnout
  `),
  hu: phrases("megosztas, megosztom, nyomtatas, kuldes"),
  el: phrases("κοινοποιηση, μοιραστειτε το, εκτυπωση, αποστολη"),
  ja: phrases(`
    シェア, シェアする, 共有, 共有する, ツイート, ツイートする, 印刷, 印刷する, 保存, リンクをコピー, コピー, フォローする, いいね, ブックマーク, 記事をシェア, ポスト,
    ポストする, xでポスト, xでシェア, lineで送る, lineで共有, はてブ, 保存する, スクラップ, クリップ, メールで送る, urlをコピー, リンクをコピーする, 記事を保存,
    あとで読む, この記事をシェア, この記事をシェアする, 文字サイズ, facebookでシェア
  `),
  zh: phrases(`
    分享, 分享到, 分享至, 转发, 轉發, 打印, 列印, 复制链接, 複製連結, 收藏, 关注我们, 微信, 微博, 点赞, 举报, 分享到微信, 分享给好友, 分享本文, 分享文章, 分享连结,
    複製網址, 复制网址, 扫码分享, 微信扫一扫, 朋友圈, 字号, 字號, 字級, 字体, 大 中 小, 小 中 大, 加入收藏, 轉寄, 友善列印, 赞, 讚, 在看, 打赏, 转发到,
    全文复制, 放大, 缩小, 点分享, 点收藏, 点点赞, 点在看, 分享至好友和朋友圈, 用微信扫码二维码, 分享至好友
  `),
  ko: phrases(`
    공유, 공유하기, 인쇄, 프린트, 저장, 링크 복사, 기사 공유하기, 좋아요, 스크랩, 글자크기, url복사, url 복사, 링크복사, 기사저장, 기사 저장, 글자 크기,
    글자 크기 키우기, 글자 크기 줄이기, 글자크기 조절, 본문 글자 크기 조정, 인쇄하기, 스크랩하기, 북마크, 폰트, 메일보내기, 가+, 가-, 슬퍼요, 화나요, 훈훈해요,
    응원해요, 후속기사 원해요, sns 공유, 작게, 크게
  `),
  ar: phrases(`
    شارك, مشاركة, شارك المقال, طباعة, ارسال, نسخ الرابط, تابعنا, حفظ, شارك الخبر, شارك الموضوع,
    شارك هذا المقال, شارك المقالة, مشاركة الخبر, مشاركة المقال, شاركها, للمشاركة, شارك عبر,
    انسخ الرابط, نسخ رابط, رابط مختصر, ارسل, إرسال, حفظ المقال, اطبع, حجم الخط, تابعنا على
  `),
  fa: phrases("اشتراک گذاری, به اشتراک بگذارید, چاپ, لینک کوتاه, کپی لینک, ارسال به دوستان, ذخیره"),
  hi: phrases("शेयर करें, शेयर, साझा करें, कॉपी लिंक, लिंक कॉपी करें, प्रिंट"),
};

/** Names of networks and channels that stand in share bars and follow lists. */
export const NETWORK_NAMES: WordList = {
  names: phrases(`
    facebook, twitter, x, linkedin, pinterest, whatsapp, telegram, reddit, tumblr, instagram,
    youtube, xing, flipboard, messenger, viber, vk, vkontakte, odnoklassniki, line, wechat, weibo,
    hatena, pocket, tiktok, threads, mastodon, bluesky, snapchat, google, google+, google plus,
    stumbleupon, digg, delicious, skype, discord, rss, feed, evernote, mix, buffer, yummly, threema,
    signal, sms, e-mail, email, mail, フェイスブック, ツイッター, はてなブックマーク, 페이스북, 트위터, 카카오톡, 카카오스토리, 네이버, 밴드,
    فيسبوك, تويتر, واتساب, фейсбук, твиттер, вконтакте, одноклассники, facebooku, facebookissa,
    facebookta, facebooken, instagramie, instagramu, instagramissa, instagramda, twitterze,
    twitteru, twitterissa, twitterda, whatsappie, whatsappu, whatsappissa, telegramie, telegramu,
    telegramissa, telegramda, telegram-канал, телеграм, телеграме, телеграмі, телеграм-канал,
    вайбер, дзен, дзене, яндекс.дзен, фейсбуке, фейсбуці, инстаграм, інстаграм, ютуб,
    одноклассниках, google news, google haberler, google haberler'de, google zpravy, google
    zpravach, seznam.cz
  `),
  eastern: phrases(`
    インスタグラム, ユーチューブ, はてな, はてブ, ミクシィ, 微信, 微博, 新浪微博, 腾讯微博, qq空间, qq好友, qq, 豆瓣, 知乎, 朋友圈, 小红书, 抖音, 臉書, 脸书,
    推特, 噗浪, 네이버 블로그, 네이버블로그, 카톡, 인스타그램, 유튜브, 텔레그램, 라인, 왓츠앱, تلغرام, تيليغرام, تليجرام, تيليجرام,
    تلجرام, تيلغرام, لينكدإن, لينكد إن, إنستغرام, انستغرام, انستجرام, إكس, ماسنجر, يوتيوب, واتس اب,
    واتس آب, سناب شات, تيك توك, البريد الإلكتروني, بريد إلكتروني, تلگرام, واتساپ, توییتر, اینستاگرام,
    فیس بوک, فیسبوک, ایتا, روبیکا, फेसबुक, व्हाट्सएप, व्हाट्सऐप, ट्विटर, टेलीग्राम, इंस्टाग्राम
  `),
};
