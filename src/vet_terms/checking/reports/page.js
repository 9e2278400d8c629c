
"use strict";
const form = document.getElementById("filters");
if (form) {
  const units = Array.from(document.querySelectorAll("article"), (article) => ({
    article,
    text: null,
    findings: Array.from(article.querySelectorAll("li"), (item) => ({
      item, rule: item.dataset.rule, severity: item.className,
    })),
  }));
  const total = units.reduce((sum, unit) => sum + unit.findings.length, 0);
  const shown = document.getElementById("shown");
  const textOf = (unit) => (unit.text ??= unit.article.textContent.toLowerCase());

  const filter = () => {
    const wanted = new FormData(form);
    const severities = new Set(wanted.getAll("severity"));
    const rule = wanted.get("rule");
    const file = wanted.get("file") || "";
    const text = wanted.get("text").trim().toLowerCase();
    let count = 0;
    for (const unit of units) {
      const here = (!file || unit.article.dataset.file === file) && (!text || textOf(unit).includes(text));
      let found = 0;
      for (const each of unit.findings) {
        const named = !rule || each.rule === rule || (rule.endsWith("/") && each.rule.startsWith(rule));
        const visible = here && named && severities.has(each.severity);
        if (each.item.hidden === visible) each.item.hidden = !visible;
        found += visible ? 1 : 0;
      }
      if (unit.article.hidden !== !found) unit.article.hidden = !found;
      count += found;
    }
    shown.textContent = `${count.toLocaleString("en")} of ${total.toLocaleString("en")} findings`;
  };

  const go = (step) => {
    const visible = units.filter((unit) => !unit.article.hidden).map((unit) => unit.article);
    const at = visible.indexOf(document.activeElement);
    const next = visible[at < 0 ? (step > 0 ? 0 : visible.length - 1) : at + step];
    if (next) next.focus();
  };

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 80);
  });
  form.addEventListener("reset", () => setTimeout(filter, 0));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (event.key === "Escape" && typing) event.target.blur();
    if (typing) return;
    if (event.key === "/") {
      event.preventDefault();
      form.elements.text.focus();
    }
    if (event.key === "j") go(1);
    if (event.key === "k") go(-1);
  });
  form.hidden = false;
  filter();
}
