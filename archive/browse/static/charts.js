// Draws the charts of a page when they come into view. The numbers stand in a table beside each,
// which stays where a chart cannot be drawn. Nothing is evaluated: Vega interprets its expressions.
const dark = window.matchMedia("(prefers-color-scheme: dark)");

// Months in the page's language; English is Vega's own.
const id = document.documentElement.lang === "id";
const months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
const days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
const locale = id ? {
  timeFormatLocale: {
    dateTime: "%A, %e %B %Y %H.%M", date: "%d/%m/%Y", time: "%H.%M", periods: ["AM", "PM"],
    days, shortDays: days.map((day) => day.slice(0, 3)), months, shortMonths: months.map((month) => month.slice(0, 3)),
  },
  formatLocale: { decimal: ",", thousands: ".", grouping: [3], currency: ["Rp", ""] },
} : {};

function colours() {
  const style = getComputedStyle(document.documentElement);
  const [ink, soft, line] = ["--ink", "--soft", "--line"].map((name) => style.getPropertyValue(name).trim());
  return {
    background: "transparent",
    axis: { labelColor: soft, titleColor: soft, domainColor: line, tickColor: line, gridColor: line },
    legend: { labelColor: ink, titleColor: soft },
    view: { stroke: null },
  };
}

async function draw(figure) {
  const answer = await fetch(figure.dataset.specification);
  if (!answer.ok) return;
  const specification = await answer.json();
  const { background, ...config } = specification.config ?? {};
  const own = colours();
  specification.config = { ...config, ...own, axis: { ...config.axis, ...own.axis }, legend: { ...config.legend, ...own.legend } };
  const place = figure.querySelector(".drawn");
  specification.width = Math.min(place.clientWidth - 80, 1.5 * specification.width);
  await window.vegaEmbed(place, specification, { ast: true, actions: false, defaultStyle: false, renderer: "canvas", tooltip: { disableDefaultStyle: true }, ...locale });
  figure.dataset.drawn = "";
}

const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    draw(target);
  }
});

const figures = document.querySelectorAll(".chart");
for (const figure of figures) seen.observe(figure);
dark.addEventListener("change", () => figures.forEach((figure) => "drawn" in figure.dataset && draw(figure)));
