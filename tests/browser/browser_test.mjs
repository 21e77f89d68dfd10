// Opens pages of the finished portal in Chromium, at the widths of a phone and of a desk, light and
// dark, and asks axe-core about them.
//
//   node browser_test.mjs FOLDER [all]     ten pages, or every one
//
// A page fails when axe-core finds a violation, the console shows an error, something it asks for
// does not come, it scrolls sideways, or one of its fonts cannot be loaded. A page made wrong in all
// these ways is opened first, so that a deaf check is noticed.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

import { allPages, samplePages } from './pages.mjs';
import { serve } from './serve.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const widths = [360, 1440];
const narrowest = 320; // 1280 at a zoom of 400 %, WCAG 2.2, 1.4.10
const schemes = ['light', 'dark'];

async function sidewaysScroll(page) {
  return page.evaluate(() => {
    const root = document.scrollingElement;
    return Math.max(0, root.scrollWidth - root.clientWidth);
  });
}

async function brokenFonts(page) {
  return page.evaluate(async () => {
    const fonts = [...document.fonts];
    if (fonts.length === 0) return ['(the style sheet names none)'];
    await Promise.allSettled(fonts.map((font) => font.load()));
    return fonts.filter((font) => font.status !== 'loaded').map((font) => font.family);
  });
}

async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
  return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ').slice(0, 300)}`);
}

// Sentences about everything that is wrong with one page.
async function faultsOf(browser, address) {
  const faults = new Set();
  const context = await browser.newContext({ viewport: { width: widths[0], height: 800 } });
  try {
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && faults.add(`console: ${message.text()}`));
    page.on('pageerror', (error) => faults.add(`script: ${error.message}`));
    page.on('requestfailed', (request) => faults.add(`not loaded: ${request.url()}`));
    await page.goto(address, { waitUntil: 'load' });
    for (const family of await brokenFonts(page)) faults.add(`font not loaded: ${family}`);
    for (const width of [narrowest, ...widths]) {
      await page.setViewportSize({ width, height: 800 });
      const excess = await sidewaysScroll(page);
      if (excess > 0) faults.add(`scrolls sideways by ${excess} px at ${width}`);
      for (const scheme of width === narrowest ? [] : schemes) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        for (const violation of await violations(page)) faults.add(`axe, ${width} px, ${scheme}: ${violation}`);
      }
    }
  } finally {
    await context.close();
  }
  return [...faults];
}

async function checkThatFaultsAreSeen(browser) {
  const folder = mkdtempSync(join(tmpdir(), 'puebla-browser-'));
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html><head><title>Wrong</title>
<style>@font-face { font-family: Lost; src: url(lost.woff2) }</style></head>
<body style="width: 3000px; font-family: Lost"><img src="lost.png"></body></html>`);
  const site = await serve(folder);
  try {
    const seen = (await faultsOf(browser, site.address)).join('\n');
    for (const kind of ['console: ', 'font not loaded: Lost', 'scrolls sideways', 'image-alt', 'html-has-lang']) {
      if (!seen.includes(kind)) throw new Error(`the wrong page should have shown "${kind}", but: ${seen}`);
    }
  } finally {
    site.stop();
    rmSync(folder, { recursive: true });
  }
}

async function main(folder, scope) {
  const pages = scope === 'all' ? allPages(folder) : samplePages(allPages(folder), 10);
  if (pages.length < 10) throw new Error(`only ${pages.length} pages in ${folder}`);
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-component-update',
      '--disable-background-networking', '--disable-sync'],
  });
  const site = await serve(folder);
  let failed = 0;
  try {
    await checkThatFaultsAreSeen(browser);
    const queue = [...pages];
    const work = async () => {
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        const faults = await faultsOf(browser, site.address + path);
        failed += faults.length > 0 ? 1 : 0;
        console.log(`${faults.length > 0 ? 'FAILED' : 'ok    '} /${path}${faults.map((fault) => `\n    ${fault}`).join('')}`);
      }
    };
    await Promise.all([work(), work()]);
  } finally {
    site.stop();
    await browser.close();
  }
  console.log(`${pages.length} pages at ${widths.join(' and ')} px, ${schemes.join(' and ')}: ${failed} with faults`);
  process.exitCode = failed > 0 ? 1 : 0;
}

await main(process.argv[2], process.argv[3]);
