"use strict";
(() => {
  function setLanguage(language) {
    document.documentElement.lang = language;
    document.querySelectorAll("[data-language]").forEach((button) =>
      button.setAttribute("aria-pressed", String(button.dataset.language === language)));
    document.title = document.querySelector(`h1 [lang="${language}"]`).textContent;
  }

  document.querySelectorAll("[data-language]").forEach((button) =>
    button.addEventListener("click", () => setLanguage(button.dataset.language)));
  setLanguage(document.documentElement.lang);
})();
