package dev.kefu.tasklist.assets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every page of the web applications the script nonce that stands in its header. Camunda hands the nonce from the header to the page in the servlet
 * context, which all requests share: when somebody else's request comes in between, the browser runs no script of the page, and it stays blank.
 */
class OwnNonce extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    ServletContext own = (ServletContext) Proxy.newProxyInstance(ServletContext.class.getClassLoader(), new Class<?>[] {ServletContext.class},
        (proxy, method, arguments) -> answer(request, method, arguments));
    chain.doFilter(new HttpServletRequestWrapper(request) {

      @Override
      public ServletContext getServletContext() {
        return own;
      }
    }, response);
  }

  private static Object answer(HttpServletRequest request, Method method, Object[] arguments) throws Throwable {
    String nonce = ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;
    if (arguments != null && nonce.equals(arguments[0])) {
      if (method.getName().equals("setAttribute")) {
        request.setAttribute(nonce, arguments[1]);
        return null;
      }
      if (method.getName().equals("getAttribute")) {
        return request.getAttribute(nonce);
      }
    }
    try {
      return method.invoke(request.getServletContext(), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
