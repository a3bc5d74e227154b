import assert from "node:assert/strict";
import { test } from "node:test";
import { refuseSignature, signatureOf } from "./signature-v4.ts";

// The examples of Amazon's "Signature Calculations for the Authorization Header" with the signatures printed there.
const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const authorization = (signedHeaders: string): string =>
  `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signedHeaders},Signature=${"0".repeat(64)}`;
const COMMON = { host: "examplebucket.s3.amazonaws.com", "x-amz-date": "20130524T000000Z" };

test("the test server's own signatures are those that Amazon prints", () => {
  const get = {
    method: "GET",
    target: "/test.txt",
    headers: {
      ...COMMON,
      range: "bytes=0-9",
      "x-amz-content-sha256": EMPTY,
      authorization: authorization("host;range;x-amz-content-sha256;x-amz-date"),
    },
    body: new Uint8Array(0),
  };
  assert.equal(signatureOf(get, SECRET), "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  const list = {
    method: "GET",
    target: "/?max-keys=2&prefix=J",
    headers: {
      ...COMMON,
      "x-amz-content-sha256": EMPTY,
      authorization: authorization("host;x-amz-content-sha256;x-amz-date"),
    },
    body: new Uint8Array(0),
  };
  assert.equal(signatureOf(list, SECRET), "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
  const account = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secret: SECRET, region: "us-east-1" };
  assert.equal(refuseSignature(list, account), "SignatureDoesNotMatch");
});
