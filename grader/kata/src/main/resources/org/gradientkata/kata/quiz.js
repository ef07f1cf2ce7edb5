"use strict";
(() => {
  const KEY = "gradient-kata-quiz-1";
  const all = [...document.querySelectorAll("form.question")];
  const words = document.getElementById("words").content;
  const word = (name) => words.querySelector(`[data-word="${name}"]`).cloneNode(true);
  const state = load();

  // Storage may be forbidden, as in a private window; the page then forgets when it is closed.
  function load() {
    try {
      const stored = JSON.parse(localStorage.getItem(KEY));
      return { language: stored.language, answers: stored.answers || {} };
    } catch (e) {
      return { language: null, answers: {} };
    }
  }

  function save() {
    try {
      localStorage.setItem(KEY, JSON.stringify(state));
    } catch (e) {
      // see load
    }
  }

  function setLanguage(language) {
    document.documentElement.lang = language;
    document.querySelectorAll("[data-language]").forEach((button) =>
      button.setAttribute("aria-pressed", String(button.dataset.language === language)));
    document.querySelectorAll("option[data-en]").forEach((option) => {
      option.textContent = option.dataset[language];
    });
    document.title = document.querySelector(`h1 [lang="${language}"]`).textContent;
  }

  const kindOf = (form) => form.querySelector("[data-kind]");
  const inputs = (form) => [...form.querySelectorAll("input, textarea")];

  function given(form) {
    if (kindOf(form).dataset.kind === "choice") {
      return inputs(form).filter((i) => i.checked).map((i) => i.value);
    }
    return inputs(form)[0].value.trim();
  }

  function numberOf(text) {
    const normal = text.normalize("NFKC").replace("−", "-").trim();
    return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(normal) ? Number(normal) : NaN;
  }

  function shapeOf(text) {
    const match = /^[([]?\s*(\d{1,6})\s*[x×*,、]\s*(\d{1,6})\s*[)\]]?$/.exec(text.normalize("NFKC").trim());
    return match ? `${Number(match[1])}x${Number(match[2])}` : null;
  }

  /** What to say to an answer: {right, parts}, or {problem} if it can't be judged. */
  function judge(form, answer) {
    const whys = form.querySelector("template").content;
    const kind = kindOf(form);
    if (answer.length === 0) {
      return { problem: "unanswered" };
    }
    if (kind.dataset.kind === "choice") {
      return judgeChoice([...whys.querySelectorAll("[data-option]")], answer);
    }
    if (kind.dataset.kind === "open") {
      return { compare: true, parts: [whys.querySelector("[data-model]")] };
    }
    let same;
    if (kind.dataset.kind === "number") {
      const number = numberOf(answer);
      if (Number.isNaN(number)) {
        return { problem: "not-a-number" };
      }
      same = (value) => Math.abs(number - Number(value)) <= Number(kind.dataset.tolerance);
    } else {
      const shape = shapeOf(answer);
      if (shape === null) {
        return { problem: "not-a-shape" };
      }
      same = (value) => value === shape;
    }
    if (same(kind.dataset.answer)) {
      return { right: true, parts: [whys.querySelector("[data-right]")] };
    }
    const mistake = [...whys.querySelectorAll("[data-mistake]")].find((m) => same(m.dataset.mistake));
    return { right: false, parts: [mistake || whys.querySelector("[data-otherwise]")] };
  }

  function judgeChoice(whys, answer) {
    const isRight = (why) => "right" in why.dataset;
    const chosen = whys.filter((why) => answer.includes(why.dataset.option));
    if (whys.every((why) => isRight(why) === chosen.includes(why))) {
      return { right: true, parts: chosen, others: whys.filter((why) => !isRight(why)) };
    }
    const wrong = chosen.filter((why) => !isRight(why));
    return { right: false, parts: wrong.length > 0 ? wrong : [word("more")] };
  }

  function show(form, answer, same) {
    const result = form.querySelector(".result");
    const judgement = judge(form, answer);
    result.replaceChildren();
    form.classList.remove("is-right", "is-wrong");
    if (judgement.problem) {
      result.append(word(judgement.problem));
      return null;
    }
    const right = judgement.compare ? same : judgement.right;
    if (right !== null && right !== undefined) {
      result.append(word(right ? "right" : "wrong"));
      form.classList.add(right ? "is-right" : "is-wrong");
    }
    judgement.parts.forEach((part) => result.append(part.cloneNode(true)));
    if (judgement.others) {
      const others = word("others");
      judgement.others.forEach((part) => others.append(part.cloneNode(true)));
      result.append(others);
    }
    if (judgement.compare) {
      result.append(word("same-idea"));
    }
    result.append(form.querySelector("template").content.querySelector(".source").cloneNode(true));
    return right === undefined ? null : right;
  }

  function count() {
    const right = all.filter((form) => (state.answers[form.dataset.id] || {}).right === true).length;
    document.getElementById("right").textContent = String(right);
  }

  function filter() {
    const topic = document.getElementById("topic").value;
    const only = document.getElementById("only").value;
    let shown = 0;
    all.forEach((form) => {
      const answer = state.answers[form.dataset.id];
      const fits = only === "" || (only === "open" ? !answer : answer !== undefined && answer.right === false);
      form.hidden = !((topic === "" || form.dataset.topic === topic) && fits);
      shown += form.hidden ? 0 : 1;
    });
    document.getElementById("nothing").hidden = shown > 0;
  }

  function restore(form) {
    const answer = state.answers[form.dataset.id];
    if (!answer) {
      return;
    }
    if (Array.isArray(answer.given)) {
      inputs(form).forEach((i) => { i.checked = answer.given.includes(i.value); });
    } else {
      inputs(form)[0].value = answer.given;
    }
    show(form, answer.given, answer.right);
  }

  all.forEach((form) => {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const answer = given(form);
      const right = show(form, answer, null);
      if (judge(form, answer).problem === undefined) {
        state.answers[form.dataset.id] = { given: answer, right };
        save();
        count();
      }
    });
    form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-same]");
      if (button) {
        const right = button.dataset.same === "yes";
        state.answers[form.dataset.id] = { given: given(form), right };
        save();
        show(form, given(form), right);
        count();
        form.querySelector("[type=submit]").focus();
      }
    });
  });
  document.querySelectorAll("[data-language]").forEach((button) =>
    button.addEventListener("click", () => {
      state.language = button.dataset.language;
      save();
      setLanguage(state.language);
    }));
  document.getElementById("topic").addEventListener("change", filter);
  document.getElementById("only").addEventListener("change", filter);
  document.getElementById("reset").addEventListener("click", (event) => {
    if (confirm(event.currentTarget.dataset[document.documentElement.lang])) {
      state.answers = {};
      save();
      all.forEach((form) => {
        form.reset();
        form.classList.remove("is-right", "is-wrong");
        form.querySelector(".result").replaceChildren();
      });
      count();
      filter();
    }
  });

  // Names of groups and options are made of texts, and a formula has none of its own.
  document.querySelectorAll("legend math, label math").forEach((math) =>
    math.setAttribute("aria-label", math.getAttribute("alttext")));
  setLanguage(state.language || document.documentElement.lang);
  all.forEach(restore);
  count();
  filter();
})();
