package dev.kefu.calendar.keeping;

/** What Kefu says, everywhere in the same words, about a year whose holidays it does not know. */
final class MissingYear {

  private MissingYear() {
  }

  static String text(int year) {
    return "The holidays of " + year + " are not known: weekends and the statutory days with a fixed date (1 January, 1-2 May, 1-3 October) are free, every"
      + " other day counts as worked. Import the State Council's notice with POST /api/calendar/years/" + year + ". " + year + "年節假日數據尚未導入";
  }
}
