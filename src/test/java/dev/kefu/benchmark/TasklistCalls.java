package dev.kefu.benchmark;

import java.util.List;

/** What Tasklist sends for one person's work, in its order; calls below {@link #KEFU} are those of Kefu's own parts of the page. Recorded in a browser. */
public final class TasklistCalls {

  public static final String ENGINE = "/camunda/api/engine/engine/default";
  public static final String KEFU = "/camunda/api/kefu";
  /** What Tasklist wants as answers. */
  public static final String ACCEPT = "application/hal+json, application/json; q=0.5";
  /** The body with which the list is asked for. */
  public static final String LIST_BODY = "{\"processVariables\":[],\"taskVariables\":[],\"caseInstanceVariables\":[],\"firstResult\":0,\"maxResults\":15,"
      + "\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}],\"active\":true}";

  private static final String READ_LIST = "POST " + ENGINE + "/filter/{filter}/list?firstResult=0&maxResults=15";
  private static final String READ_CARDS = "GET " + KEFU + "/cards?taskIds={tasks}";
  private static final String READ_TASK = "GET " + ENGINE + "/task/{task}";

  /** Opening a procedure that has no form of its own to start with. */
  public static final List<String> START = List.of(
      "GET " + ENGINE + "/process-definition?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true&firstResult=0&maxResults=15",
      "POST " + ENGINE + "/process-definition/{definition}/submit-form");
  /** Choosing a filter. */
  public static final List<String> LIST = List.of(READ_LIST, READ_CARDS);
  /** Choosing a task; the form comes with it. */
  public static final List<String> OPEN = List.of(
      READ_TASK,
      READ_TASK + "/form",
      "GET " + KEFU + "/tasks/{task}/attachments",
      "GET " + KEFU + "/cards?taskIds={task}",
      READ_TASK + "/deployed-form?noCache={time}",
      READ_TASK + "/form-variables?deserializeValues=false",
      "GET " + KEFU + "/tasks/{task}/draft");
  /** Taking over what is the group's. */
  public static final List<String> CLAIM = List.of(
      "POST " + ENGINE + "/task/{task}/claim",
      READ_TASK,
      READ_LIST,
      READ_CARDS);
  /** Pressing Complete. */
  public static final List<String> SUBMIT = List.of(
      "POST " + ENGINE + "/task/{task}/submit-form",
      "GET " + ENGINE + "/task?assignee={person}&processInstanceId={instance}&maxResults=15",
      READ_LIST,
      READ_CARDS,
      "GET " + KEFU + "/start-page");

  private TasklistCalls() {
  }
}
