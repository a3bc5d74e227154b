import { Parser, parseFragment, type Token, type TreeAdapter, type TreeAdapterTypeMap } from "parse5";
import { asAttributes } from "./attribute.ts";
import { commentNode, SlimDoctype, textNode, type SlimCharacterData } from "./character-data.ts";
import { SlimDocument } from "./document.ts";
import { HTML_NAMESPACE, SlimElement } from "./element.ts";
import { FastTokenizer, type TokenizerOptions } from "./fast-tokenizer.ts";
import { SlimFragment } from "./fragment.ts";
import {
  attach,
  COMMENT_NODE,
  detach,
  ELEMENT_NODE,
  TEXT_NODE,
  type ContainerNode,
  type SlimNode,
} from "./node.ts";

/**
 * How deep elements nest. Browsers stop at 512 as well (Blink's kMaximumHTMLParserDOMTreeDepth, WebKit and Gecko likewise):
 * what is deeper becomes a sibling. It bounds every recursion over the tree, Readability's included.
 */
const MAX_DEPTH = 512;

type SlimMap = TreeAdapterTypeMap<
  SlimNode,
  ContainerNode,
  SlimNode,
  SlimDocument,
  SlimFragment,
  SlimElement,
  SlimCharacterData,
  SlimCharacterData,
  SlimElement,
  SlimDoctype
>;

/** Parses a page (HTML Standard §13.2, scripting off) straight into nodes of our own. */
export function parseDocument(
  html: string,
  url: string | null,
  options: TokenizerOptions = { prunes: false },
): SlimDocument {
  const document = new SlimDocument(url, parseInContext);
  const parser = new Parser<SlimMap>({ treeAdapter: adapterFor(document), scriptingEnabled: false });
  parser.tokenizer = new FastTokenizer(parser, options);
  parser.tokenizer.write(html, true);
  return document;
}

/** A document with an empty head and body. */
export function createEmptyDocument(url: string | null): SlimDocument {
  const document = new SlimDocument(url, parseInContext);
  const root = document.createElement("html");
  document.doctype = new SlimDoctype("html", { publicId: "", systemId: "" });
  attach(root, document, null);
  attach(document.createElement("head"), root, null);
  attach(document.createElement("body"), root, null);
  return document;
}

function parseInContext(html: string, context: SlimElement, document: SlimDocument): SlimFragment {
  return parseFragment<SlimMap>(context, html, {
    treeAdapter: adapterFor(document),
    scriptingEnabled: false,
  });
}

function adapterFor(document: SlimDocument): TreeAdapter<SlimMap> {
  return {
    createDocument: () => document,
    createDocumentFragment: () => new SlimFragment(document),
    createElement: (localName, namespaceURI, attributes) =>
      new SlimElement(document, {
        localName,
        namespaceURI,
        attributes: asAttributes(attributes, namespaceURI === HTML_NAMESPACE),
      }),
    createCommentNode: (data) => commentNode(document, data),
    createTextNode: (text) => textNode(document, text),
    appendChild: (parent, node) => appendChild(parent, node, document),
    insertBefore,
    insertText(parent, text) {
      const last = parent.lastChild;
      if (last?.nodeType === TEXT_NODE) (last as SlimCharacterData).data += text;
      else attach(textNode(document, text), parent, null);
    },
    insertTextBefore(parent, text, reference) {
      const previous = reference.previousSibling;
      if (previous?.nodeType === TEXT_NODE) (previous as SlimCharacterData).data += text;
      else attach(textNode(document, text), reference.parentNode ?? parent, reference);
    },
    detachNode(node) {
      if (node.parentNode !== null) detach(node, node.parentNode);
    },
    setTemplateContent(template, content) {
      content.host = template;
      template.content = content;
    },
    getTemplateContent: (template) => template.content ?? new SlimFragment(document),
    setDocumentType(_parent, name, publicId, systemId) {
      document.doctype = new SlimDoctype(name, { publicId, systemId });
    },
    setDocumentMode(target, mode) {
      target.compatMode = mode === "quirks" ? "BackCompat" : "CSS1Compat";
    },
    getDocumentMode: (target) => (target.compatMode === "BackCompat" ? QUIRKS : NO_QUIRKS),
    adoptAttributes,
    ...READERS,
  };
}

type DocumentMode = ReturnType<TreeAdapter<SlimMap>["getDocumentMode"]>;
const QUIRKS = "quirks" as DocumentMode;
const NO_QUIRKS = "no-quirks" as DocumentMode;

/** The half of the adapter that only reads. Source positions are not kept. */
const READERS = {
  getFirstChild: (node: ContainerNode) => node.firstChild,
  getChildNodes: (node: ContainerNode) => [...node.childNodes],
  getParentNode: (node: SlimNode) => node.parentNode,
  getAttrList: (element: SlimElement) => [...element.attributeList],
  getCommentNodeContent: (comment: SlimCharacterData) => comment.data,
  getDocumentTypeNodeName: (doctype: SlimDoctype) => doctype.name,
  getDocumentTypeNodePublicId: (doctype: SlimDoctype) => doctype.publicId,
  getDocumentTypeNodeSystemId: (doctype: SlimDoctype) => doctype.systemId,
  getNamespaceURI: (element: SlimElement) =>
    element.namespaceURI as ReturnType<TreeAdapter["getNamespaceURI"]>,
  getNodeSourceCodeLocation: () => null,
  setNodeSourceCodeLocation: () => undefined,
  updateNodeSourceCodeLocation: () => undefined,
  getTagName: (element: SlimElement) => element.localName,
  getTextNodeContent: (text: SlimCharacterData) => text.data,
  isCommentNode: (node: SlimNode): node is SlimCharacterData => node.nodeType === COMMENT_NODE,
  // A doctype is never met in the tree.
  isDocumentTypeNode: (_node: unknown): _node is SlimDoctype => false,
  isElementNode: (node: SlimNode): node is SlimElement => node.nodeType === ELEMENT_NODE,
  isTextNode: (node: SlimNode): node is SlimCharacterData => node.nodeType === TEXT_NODE,
};

function appendChild(parent: ContainerNode, node: SlimNode, document: SlimDocument): void {
  if (!(node instanceof SlimElement)) return attach(node, parent, null);
  let place = parent;
  while (place.parsedDepth >= MAX_DEPTH) {
    place = containerAbove(place);
    document.isFlattened = true;
  }
  node.parsedDepth = place.parsedDepth + 1;
  if (node.content !== null) node.content.parsedDepth = node.parsedDepth + 1;
  attach(node, place, null);
}

function insertBefore(parent: ContainerNode, node: SlimNode, reference: SlimNode): void {
  const place = reference.parentNode ?? parent;
  if (node instanceof SlimElement) {
    node.parsedDepth = place.parsedDepth + 1;
    if (node.content !== null) node.content.parsedDepth = node.parsedDepth + 1;
  }
  attach(node, place, reference);
}

function containerAbove(node: ContainerNode): ContainerNode {
  const above = node.parentNode ?? (node instanceof SlimFragment ? (node.host?.parentNode ?? null) : null);
  if (above === null) throw new Error(`A ${node.nodeName} at depth ${node.parsedDepth} has no parent`);
  return above;
}

/** Attributes of a second `<html>` or `<body>` tag: those that the element does not have yet. */
function adoptAttributes(element: SlimElement, attributes: readonly Token.Attribute[]): void {
  const present = new Set(element.attributeList.map((attribute) => attribute.name));
  const added = attributes.filter((attribute) => !present.has(attribute.name));
  if (added.length > 0) element.attributeList = [...element.attributeList, ...asAttributes(added, true)];
}
