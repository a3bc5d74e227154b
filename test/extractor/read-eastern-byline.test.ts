import assert from "node:assert/strict";
import { test } from "node:test";
import {
  bylineInDateline,
  isBracketedSignature,
  isEndMark,
  readEasternByline,
} from "../../extractor/read-eastern-byline.ts";
import { isEasternCaption } from "../../extractor/read-eastern-credit.ts";

/** A line and the writers it names; null where it is no byline. */
const BYLINES: readonly (readonly [string, readonly string[] | null])[] = [
  ["文／沢村ゆり　写真／小野寺岳", ["沢村ゆり"]],
  ["取材・文＝沢村ゆり", ["沢村ゆり"]],
  ["記者：小野寺 岳", ["小野寺 岳"]],
  ["沢村美咲記者", ["沢村美咲"]],
  ["写真＝小野寺岳", []],
  ["本报记者 范一鸣 通讯员 罗小溪", ["范一鸣", "罗小溪"]],
  ["作者：范一鸣，编辑：罗小溪", ["范一鸣"]],
  ["〔記者范書豪／苗栗報導〕", ["范書豪"]],
  ["【编辑：罗小溪】", []],
  ["한지우 기자", ["한지우"]],
  ["한지우 기자 jiwoo@harbour.example", ["한지우"]],
  ["글 한지우 | 사진 오정민", ["한지우"]],
  ["كتب: سامر نصار", ["سامر نصار"]],
  ["بقلم سلمى حداد", ["سلمى حداد"]],
  ["خبرنگار: مریم کاظمی", ["مریم کاظمی"]],
  ["लेखक: सुनीता वर्मा", ["सुनीता वर्मा"]],
  // The same words in titles and sentences.
  ["文化の力", null],
  ["記者が見た海", null],
  ["記者会見の全文", null],
  ["作者はもういない。", null],
  ["写真展の楽しみ方", null],
  ["编辑部的故事", null],
  ["기자 회견", null],
  ["글 쓰는 사람", null],
  ["이 기자의 다른 기사", null],
  ["كتب جديدة في المعرض", null],
  ["By Mara Lindqvist", null],
];

test("bylines without capital letters are read by the word beside the name", () => {
  for (const [line, names] of BYLINES) assert.deepEqual(readEasternByline(line), names, line);
});

test("datelines name who wrote, before the first sentence", () => {
  for (const [paragraph, byline] of [
    ["[춘천=새벽통신] 한지우 기자 = 등대 아래 작은 빵집이 생겼다.", "한지우 기자"],
    ["江湾新闻网5月14日电（记者 范一鸣）石阶太陡，自行车上不去。", "记者 范一鸣"],
    ["〔記者范書豪／苗栗報導〕山城裡的郵差學會了騎驢。", "記者范書豪／苗栗報導"],
    ["[단독] 등대 아래 작은 빵집이 생겼다.", null],
    ["5月14日电影节开幕（记者席已满），观众排起长队。", null],
  ] as const)
    assert.equal(bylineInDateline(paragraph), byline, paragraph);
});

test("names in brackets are a signature, what brackets say besides is not", () => {
  for (const line of ["（小野寺岳）", "（あおば通信・山口翔）", "(沢村ゆり)"])
    assert.ok(isBracketedSignature(line), line);
  for (const line of ["（価格は税込）", "（敬称略）", "（雨天の場合は翌日に延期します）", "(see below)"])
    assert.ok(!isBracketedSignature(line), line);
  for (const line of ["（完）", "(끝)", "انتهای پیام/", "（原标题：山城邮差）"])
    assert.ok(isEndMark(line), line);
  for (const line of ["完", "완주했다", "終わりのない坂道"]) assert.ok(!isEndMark(line), line);
});

test("captions are told by the credit behind them", () => {
  for (const line of [
    "番茶と船頭（写真：小野寺岳）",
    "舟を待つ番茶＝小野寺岳撮影",
    "▲番茶在桟橋上。（圖／記者范書豪攝）",
    "图为小满在山路上。山城晚报记者 范洋 摄",
    "빵집 앞에 줄을 선 어부들. /사진=오정민 기자",
    "الجمل عند البئر (تصوير: نوال الرشيد)",
  ])
    assert.ok(isEasternCaption(line), line);
  for (const line of [
    "写真を見る人、撮る人、撮られる人がいる。",
    "彼女は写真家になった（のちに画家）。",
    "소년은 사진 한 장을 꺼냈다.",
    "يمشي عشرين كيلومتراً كل يوم (ذهاباً وإياباً)",
  ])
    assert.ok(!isEasternCaption(line), line);
});
