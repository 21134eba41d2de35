/**
 * Go's values and how Go prints them, for templates and conditions alike.
 *
 * <table>
 * <caption>The Java type that stands for a Go type</caption>
 * <tr><th>Go</th><th>Java</th></tr>
 * <tr><td>nil</td><td>{@code null}</td></tr>
 * <tr><td>bool</td><td>{@link Boolean}</td></tr>
 * <tr><td>string</td><td>{@link String}</td></tr>
 * <tr><td>int64</td><td>{@link Long}, as Kubernetes objects have whole numbers</td></tr>
 * <tr><td>int</td><td>{@link io.tocsin.templates.golang.GoInt}, as literals and lengths are</td></tr>
 * <tr><td>float64</td><td>{@link Double}</td></tr>
 * <tr><td>[]byte</td><td>{@code byte[]}</td></tr>
 * <tr><td>[]any and other slices</td><td>{@link java.util.List}</td></tr>
 * <tr><td>map[string]any and other maps</td><td>{@link java.util.Map}</td></tr>
 * <tr><td>func</td><td>{@link io.tocsin.templates.golang.GoFunction}</td></tr>
 * <tr><td>a struct with fields and methods</td><td>{@link io.tocsin.templates.golang.GoObject}</td></tr>
 * </table>
 */
package io.tocsin.templates.golang;
