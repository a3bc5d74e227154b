import assert from "node:assert/strict";
import { test } from "node:test";
import { splitNames } from "../../../extractor/metadata/split-authors.ts";

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ["By Mara Lindqvist", ["Mara Lindqvist"]],
  ["By Mara Lindqvist, Theo Abara and June Ostrow", ["Mara Lindqvist", "Theo Abara", "June Ostrow"]],
  ["Written by Mara Lindqvist & Theo Abara", ["Mara Lindqvist", "Theo Abara"]],
  ["Words by Mara Lindqvist | Photos by Theo Abara", ["Mara Lindqvist", "Theo Abara"]],
  ["Von Greta Holm und Ansgar Pohl", ["Greta Holm", "Ansgar Pohl"]],
  ["Ein Beitrag von Greta Holm", ["Greta Holm"]],
  ["Par Odile Marchais et Rémi Vasseur", ["Odile Marchais", "Rémi Vasseur"]],
  ["Por Lucía Ferrán y Tomás Ibarra", ["Lucía Ferrán", "Tomás Ibarra"]],
  ["Di Carla Bonetti e Ugo Ferri", ["Carla Bonetti", "Ugo Ferri"]],
  ["Por Joana Pires e Rui Matos", ["Joana Pires", "Rui Matos"]],
  ["Door Femke de Wit en Joost van Dam", ["Femke de Wit", "Joost van Dam"]],
  ["Autor: Halina Wrona i Piotr Zając", ["Halina Wrona", "Piotr Zając"]],
  ["Автор: Олена Гай та Іван Верба", ["Олена Гай", "Іван Верба"]],
  ["Автор: Вера Лугова и Пётр Серов", ["Вера Лугова", "Пётр Серов"]],
  ["Yazan: Elif Aksoy ve Can Demir", ["Elif Aksoy", "Can Demir"]],
  ["Av Signe Holt og Lars Bakke", ["Signe Holt", "Lars Bakke"]],
  ["文／森田陽子、河合誠", ["森田陽子", "河合誠"]],
  ["記者 林曉雯", ["林曉雯"]],
  ["한지우 기자", ["한지우"]],
  ["بقلم سلمى حداد", ["سلمى حداد"]],
  ["Reported by: Mara Lindqvist", ["Mara Lindqvist"]],
  ["Texto de Joana Pires", ["Joana Pires"]],
  ["dal nostro inviato Ugo Ferri", ["Ugo Ferri"]],
  ["Van onze verslaggever Femke de Wit", ["Femke de Wit"]],
  ["De notre envoyée spéciale Odile Marchais", ["Odile Marchais"]],
  // Agencies, desks and places beside a person; by themselves they may be the author.
  ["Odile Marchais, avec AFP", ["Odile Marchais"]],
  ["Redacción / Lucía Ferrán", ["Lucía Ferrán"]],
  ["By Theo Abara, Kano", ["Theo Abara"]],
  ["Theo Abara, Sade", ["Theo Abara", "Sade"]],
  ["AFP/The Courier", ["AFP", "The Courier"]],
  // Roles, degrees, contacts and dates are not names.
  ["Mara Lindqvist, Senior Editor", ["Mara Lindqvist"]],
  ["Mara Lindqvist, PhD, RD", ["Mara Lindqvist"]],
  ["Mara Lindqvist (Text) und Theo Abara (Fotos)", ["Mara Lindqvist", "Theo Abara"]],
  ["By Mara Lindqvist on March 3, 2021", ["Mara Lindqvist"]],
  ["VON GRETA HOLM am 3. März 2021", ["Greta Holm"]],
  ["Mara Lindqvist mara@gazette.example @maralind", ["Mara Lindqvist"]],
  ["https://social.example/gazette", []],
  ["admin", []],
  ["Harbour Admin", []],
  ["page.head.extra.author", []],
  ["Mara Lindqvist, Sr. Director of Weirs", ["Mara Lindqvist"]],
  ["Mara Lindqvist, MS, RD", ["Mara Lindqvist"]],
  ["Design: Theo Abara", []],
  ["Holm, Ida M.", ["Ida M. Holm"]],
  ["Centre for Rivers and Weirs", ["Centre for Rivers and Weirs"]],
  ["Staff Writer", []],
  // What looks like a lead-in or an "and" inside a name stays.
  ["Dieter Vonderau", ["Dieter Vonderau"]],
  ["Didier Parmentier", ["Didier Parmentier"]],
  ["Álvaro Ortega y Gómez", ["Álvaro Ortega y Gómez"]],
  ["Landesamt für Wald und Wasser", ["Landesamt für Wald und Wasser"]],
  ["marsh42", ["marsh42"]],
];

test("bylines are split into clean names", () => {
  for (const [raw, names] of CASES) assert.deepEqual(splitNames(raw), names, raw);
});
