import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** Controls and way marks. */
export const NAVIGATION_WORDS: WordList = {
  en: phrases(`
    back to top, back to the top, scroll to top, go to top, to the top, top, back, go back, home, menu,
    close, close menu, next, previous, prev, skip to content, skip to main content, skip navigation,
    jump to content, jump to recipe, jump to, go to, table of contents, contents, in this article,
    on this page, in this story, what's inside, search, search for, log in, login, sign in, register,
    sign up, subscribe, toggle navigation, open menu, expand, collapse, show less, hide, zoom,
    view gallery, view slideshow, open gallery, enlarge, enlarge image, click to enlarge, tap to enlarge,
    show caption, hide caption, full screen, download, download pdf, pdf, edit, report, contact us,
    contact, about us, about, help, faq, skip, start, play, pause, play video, watch video,
    view comments, show all, quick links, you are here, you are here:, switch language, translate,
    languages, language, select language, reply, book now, buy now, shop now, add to cart, get started,
    contact sales, request a demo, book a demo, get quote, get a quote, apply now
  `),
  de: phrases(`
    nach oben, zum seitenanfang, seitenanfang, zuruck, zuruck zur ubersicht, zur ubersicht, startseite,
    menu, schließen, weiter, vor, vorherige, nachste, zum inhalt, zum inhalt springen, direkt zum inhalt,
    inhaltsverzeichnis, inhalt, suche, suchen, suche nach, anmelden, login, einloggen, registrieren,
    abonnieren, aufklappen, zuklappen, ausblenden, einblenden, bild vergroßern, vergroßern,
    bild anzeigen, bild schließen, bildergalerie, galerie offnen, zum vergroßern auf das bild klicken,
    herunterladen, als pdf, pdf, kontakt, hilfe, uber uns, sie sind hier, du bist hier, druckversion,
    jetzt kaufen, in den warenkorb, jetzt bestellen, rezept drucken
  `),
  fr: phrases(`
    retour en haut, haut de page, retour, accueil, menu, fermer, suivant, precedent, aller au contenu,
    sommaire, table des matieres, rechercher, recherche, connexion, se connecter, s'inscrire, agrandir,
    telecharger, contact, aide, vous etes ici, voir la galerie
  `),
  es: phrases(`
    volver arriba, ir arriba, volver, inicio, menu, cerrar, siguiente, anterior, saltar al contenido,
    ir al contenido, indice, buscar, iniciar sesion, registrarse, ampliar, descargar, contacto, ayuda,
    estas aqui
  `),
  it: phrases(`
    torna su, torna in alto, indietro, home, menu, chiudi, successivo, precedente, vai al contenuto,
    indice, cerca, accedi, registrati, ingrandisci, scarica, contatti, sei qui
  `),
  pt: phrases(`
    voltar ao topo, voltar, inicio, menu, fechar, proximo, anterior, ir para o conteudo, indice, buscar,
    pesquisar, entrar, cadastre-se, ampliar, baixar, contato, voce esta aqui
  `),
  nl: phrases(`
    naar boven, terug, terug naar boven, home, menu, sluiten, volgende, vorige, naar de inhoud, inhoud,
    inhoudsopgave, zoeken, inloggen, registreren, vergroot, downloaden, contact
  `),
  pl: phrases(`
    do gory, powrot, wroc, strona glowna, menu, zamknij, nastepny, poprzedni, nastepna, poprzednia,
    przejdz do tresci, spis tresci, szukaj, wyszukaj, zaloguj, zaloguj sie, zarejestruj, powieksz,
    pobierz, kontakt, odtworz wideo, obejrzyj wideo, zobacz galerie, zobacz wideo, zobacz zdjecia,
    pokaz wiecej, rozwin, zwin, przewin w dol, pomin, subskrybuj, ustawienia prywatnosci, wideo
  `),
  uk: phrases(`
    вгору, нагору, назад, головна, меню, закрити, далі, попередня, наступна, зміст, пошук, увійти,
    вхід, реєстрація, збільшити, завантажити, контакти, дивитися відео, дивитись відео, дивіться
    відео, переглянути відео, дивитись на youtube, дивитися на youtube, дивіться на youtube,
    показати більше, показати ще, завантажити ще, згорнути, розгорнути, зареєструватися, мова, відео
  `),
  ru: phrases(`
    наверх, вверх, назад, главная, меню, закрыть, далее, вперед, предыдущая, следующая, содержание,
    оглавление, поиск, найти, войти, вход, регистрация, увеличить, скачать, контакты, вы здесь,
    смотреть видео, смотрите видео, посмотреть видео, смотреть на youtube, смотрите на youtube,
    воспроизвести видео, показать еще, показать больше, загрузить еще, свернуть, развернуть,
    зарегистрироваться, открыть меню, видео
  `),
  tr: phrases(`
    basa don, yukari, geri, ana sayfa, anasayfa, menu, kapat, sonraki, onceki, icindekiler, ara,
    giris yap, uye ol, buyut, indir, iletisim, videoyu izle, videoyu izleyin, videoyu oynat, izle,
    siradaki video, galeriyi gor, daha fazla goster, tumunu gor, tumu, giris, kayit ol, video haber
  `),
  sv: phrases(`
    till toppen, tillbaka, hem, meny, stang, nasta, foregaende, innehall, sok, logga in, forstora,
    ladda ner, kontakt, spela upp video, spela upp videon, spela video, se videon, visa fler, visa
    mer, visa alla, hoppa till innehall, hoppa till innehallet, till startsidan, stang meny, oppna
    meny, forstora bild, las in fler
  `),
  da: phrases(`
    til toppen, tilbage, forside, menu, luk, naeste, forrige, indhold, sog, log ind, kontakt, vis
    flere, vis mere, vis alle, indlaes flere, hop til indhold, ga til indhold, ga til hovedindhold,
    til forsiden, luk menu, abn menu, forstor billede
  `),
  no: phrases(`
    til toppen, tilbake, hjem, meny, lukk, neste, forrige, innhold, sok, logg inn, kontakt, spill
    av, vis flere, vis mer, vis alle, last inn flere, hopp til innhold, hopp til innholdet, ga til
    innhold, til forsiden, lukk meny, apne meny, forstorr bildet
  `),
  fi: phrases(`
    takaisin ylos, takaisin, etusivu, valikko, sulje, seuraava, edellinen, sisalto, haku, hae,
    kirjaudu, yhteystiedot, nayta lisaa, nayta kaikki, lataa lisaa, siirry sisaltoon, siirry suoraan
    sisaltoon, sulje valikko, avaa valikko, suurenna kuva, kirjaudu sisaan
  `),
  cs: phrases(`
    nahoru, zpet, domu, menu, zavrit, dalsi, predchozi, obsah, hledat, prihlasit, kontakt, prehrat,
    zobrazit vice, zobrazit vse, nacist dalsi, preskocit na obsah, prihlasit se, zavrit menu,
    fotogalerie, zvetsit
  `),
  ja: phrases(`
    トップへ戻る, ページトップへ, ページの先頭へ, 戻る, ホーム, メニュー, 閉じる, 次へ, 前へ, 目次, 検索, ログイン, 会員登録, 拡大する, 拡大画像を見る, 画像を見る,
    ダウンロード, お問い合わせ, トップページ, トップへ, トップに戻る, ページトップへ戻る, ページの先頭へ戻る, 一覧へ戻る, 一覧に戻る, 記事一覧, 記事一覧へ, 記事一覧を見る,
    一覧を見る, 目次を開く, 目次を見る, 前のページ, 次のページ, 文字サイズ, 写真を拡大, 写真拡大, クリックで拡大, 画像を拡大, 全ての画像を見る, すべての写真を見る, マイページ,
    新規登録, この記事の目次, 購読する, 無料登録, 友だち追加
  `),
  zh: phrases(`
    返回顶部, 回到顶部, 回到頂部, 返回, 首页, 首頁, 菜单, 选单, 关闭, 關閉, 下一页, 上一页, 下一頁, 上一頁, 目录, 目錄, 搜索, 搜尋, 登录, 登錄, 登入, 注册,
    註冊, 放大, 下载, 下載, 联系我们, 当前位置, 返回首页, 返回列表, 返回目录, 回首頁, 回列表, 返回上一頁, 上一版, 下一版, 全文复制, 展开全文, 展開全文, 点击展开,
    收起, 點擊放大, 点击放大, 点击查看大图, 查看大图, 查看原图, 加载更多, 載入更多, 會員登入, 點我看更多, 缩小, 縮小, 订阅, 訂閱, 扫一扫, 电子报, 電子報
  `),
  ko: phrases(`
    맨위로, 위로, 뒤로, 홈, 메뉴, 닫기, 다음, 이전, 목차, 검색, 로그인, 회원가입, 확대, 이미지 확대, 다운로드, 목록, 본문 바로가기, 이전글, 다음글, 목록보기,
    목록으로, 맨 위로, 상단으로, 글자 크기, 크게 보기, 사진 크게보기, 원본보기, 전체보기, 요약보기, 기사 요약, 마이페이지, 로그아웃, 다른기사 보기, 다른 기사 보기,
    기사 더보기, 구독, 구독하기, 뉴스레터, 팔로우
  `),
  ar: phrases(`
    العودة إلى الأعلى, الرئيسية, القائمة, إغلاق, التالي, السابق, المحتويات, بحث, تسجيل الدخول,
    اتصل بنا, العودة للأعلى, عودة للأعلى, إنشاء حساب, حجم الخط, تكبير الخط, تصغير الخط,
    تخطى إلى المحتوى, انتقل إلى المحتوى, عرض المزيد, تحميل المزيد, تكبير الصورة, الصفحة الرئيسية,
    تخطى _ وواصل القراءة, نهاية الأكثر قراءة
  `),
  fa: phrases(`
    صفحه اصلی, صفحه نخست, ورود, ثبت نام, ورود به حساب, بازگشت به بالا, جستجو, اندازه متن, منو
  `),
  hi: phrases("लॉगिन, साइन इन, मेन्यू, खोजें, ऊपर जाएं, होम"),
};

export const SEARCH_WORDS: WordList = {
  en: phrases("search, search for, search this site, search :, search here"),
  de: phrases("suche, suchen, suche nach, suchbegriff"),
  fr: phrases("rechercher, recherche"),
  es: phrases("buscar, busqueda"),
  it: phrases("cerca, ricerca"),
  pt: phrases("buscar, pesquisar, busca"),
  nl: phrases("zoeken, zoek"),
  pl: phrases("szukaj, wyszukaj"),
  uk: phrases("пошук"),
  ru: phrases("поиск, найти"),
  tr: phrases("ara, arama"),
  ja: phrases("検索"),
  zh: phrases("搜索, 搜尋, 查询"),
  ko: phrases("검색"),
  ar: phrases("بحث, ابحث"),
  fa: phrases("جستجو"),
  hi: phrases("खोजें"),
};
