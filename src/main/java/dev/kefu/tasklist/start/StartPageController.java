package dev.kefu.tasklist.start;

import dev.kefu.engine.CaseStory.Page;
import dev.kefu.tasklist.start.StartPage.CaseLineView;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves Tasklist's start page and its search; everybody sees the own one. */
@RestController
@RequiredArgsConstructor
class StartPageController {

  private static final int LAST_PAGE = 10_000;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 100;

  private final StartPages pages;

  @GetMapping({"/api/start-page", "/camunda/api/kefu/start-page"})
  StartPage page() {
    return pages.page();
  }

  /** The cases that the caller started. */
  @GetMapping({"/api/start-page/cases", "/camunda/api/kefu/start-page/cases"})
  Page<CaseLineView> started(@RequestParam(defaultValue = "0") int page) {
    return pages.started(checked(page));
  }

  /**
   * Cases that the caller may read, by number, customer, phone or text.
   *
   * @param typed 2 to 100 characters
   */
  @GetMapping({"/api/case-search", "/camunda/api/kefu/case-search"})
  Page<CaseLineView> search(@RequestParam("for") String typed, @RequestParam(defaultValue = "0") int page) {
    String words = typed.strip();
    if (words.length() < SHORTEST || words.length() > LONGEST) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Type 2 to 100 characters. 請輸入 2 至 100 個字。");
    }
    return pages.search(words, checked(page));
  }

  private static int checked(int page) {
    if (page < 0 || page > LAST_PAGE) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Pages are counted from 0. 頁碼由 0 起。");
    }
    return page;
  }
}
