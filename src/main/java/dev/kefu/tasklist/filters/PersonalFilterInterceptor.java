package dev.kefu.tasklist.filters;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.PropertyAccessorFactory;

/** Narrows every execution of a stored filter (list, page, single, count) for the person who asks; the program itself sees all. */
@RequiredArgsConstructor
class PersonalFilterInterceptor extends CommandInterceptor {

  private final PersonalQuery personalQuery;

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof AbstractExecuteFilterCmd filterCommand) {
      narrow(filterCommand);
    }
    return next.execute(command);
  }

  private void narrow(AbstractExecuteFilterCmd command) {
    CommandContext context = Context.getCommandContext();
    Authentication person = context.getAuthentication();
    // The engine gives these fields no accessors.
    var fields = PropertyAccessorFactory.forDirectFieldAccess(command);
    String filterId = (String) fields.getPropertyValue("filterId");
    Filter filter = person == null || filterId == null ? null : context.getFilterManager().findFilterById(filterId);
    if (filter == null || !(filter.getQuery() instanceof TaskQueryImpl)) {
      return;
    }
    var asked = (TaskQueryImpl) fields.getPropertyValue("extendingQuery");
    if (asked == null) {
      asked = new TaskQueryImpl();
      fields.setPropertyValue("extendingQuery", asked);
    }
    personalQuery.narrow(asked, filter, person);
  }
}
