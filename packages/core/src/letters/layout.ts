/**
 * The layout of letters as HTML, with places to fill. Made from layout.mjml by `npm run letters:layout`: change that file,
 * not this one.
 */
export const LAYOUT = `<!doctype html><html lang="{{lang}}" dir="{{direction}}" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>{{title}}</title>
<!--[if !mso]><!-->
<meta http-equiv="X-UA-Compatible" content="IE=edge"><!--<![endif]-->
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style type="text/css"> #outlook a { padding:0; } body { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; } table, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; } img { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; } p { display:block;margin:13px 0; } </style>
<!--[if mso]><noscript><xml><o:OfficeDocumentSettings><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript><![endif]-->
<!--[if lte mso 11]>
<style type="text/css"> .mj-outlook-group-fix { width:100% !important; } </style><![endif]-->
<style type="text/css"> 
@media only screen and (min-width:480px) { .mj-column-per-100 { width:100% !important; max-width: 100%; } } </style>
<style media="screen and (min-width:480px)"> .moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; } </style>
<style type="text/css"> :root { color-scheme: light dark; supported-color-schemes: light dark; } .ink h1, .ink p { overflow-wrap: anywhere; } 
@media only screen and (max-width: 479px) { .top > table > tbody > tr > td { padding-top: 0 !important; } .accent, .accent td { border-radius: 0 !important; } .card > table > tbody > tr > td { padding: 28px 24px 20px !important; } .button table { width: 100% !important; } .button a { display: block !important; padding: 13px 12px !important; } } </style>
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="x-apple-disable-message-reformatting">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<style type="text/css"> 
@media (prefers-color-scheme: dark) { body, .page, .page > div { background-color: #121417 !important; } .card, .card > table { background: #1d2025 !important; background-color: #1d2025 !important; } .ink div, .ink h1, .ink p, .ink td { color: #e9eaec !important; } .soft div, .soft p, .ink td.soft { color: #a3abb5 !important; } .line td { border-color: #373c43 !important; } .accent, .accent > table { background: {{darkAccent}} !important; background-color: {{darkAccent}} !important; } .button td, .button a { background: {{darkAccent}} !important; background-color: {{darkAccent}} !important; } .button td { border-color: {{darkAccent}} !important; } .button a { color: {{onDarkAccent}} !important; } .plate { padding: 8px 12px !important; } } </style></head>
<body class="page" style="word-spacing:normal;background-color:#f1f2f4;"><div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">{{preheader}}</div><div aria-label="{{title}}" aria-roledescription="email" role="article" lang="{{lang}}" dir="{{direction}}" style="word-spacing:normal;background-color:#f1f2f4;" >
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" class="top-outlook" role="presentation" style="width:600px;" width="600" >
<tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]--><div class="top" style="margin:0px auto;max-width:600px;"><table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;" ><tbody>
<tr><td style="direction:{{direction}};font-size:0px;padding:32px 0 0;text-align:center;" >
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0">
<tr><td class="" style="vertical-align:top;width:600px;" ><![endif]--><div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:{{start}};direction:{{direction}};display:inline-block;vertical-align:top;width:100%;" ><table border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%" ><tbody>
<tr><td style="vertical-align:top;padding:0;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" style="" width="100%" ><tbody></tbody></table></td></tr></tbody></table></div>
<!--[if mso | IE]></td></tr></table><![endif]--></td></tr></tbody></table></div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="accent-outlook" role="presentation" style="width:600px;" width="600" bgcolor="{{accent}}" >
<tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]--><div class="accent" style="background:{{accent}};background-color:{{accent}};margin:0px auto;max-width:600px;border-radius:12px 12px 0 0;overflow:hidden;"><table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:{{accent}};background-color:{{accent}};width:100%;border-collapse:separate;" ><tbody>
<tr><td style="border-radius:12px 12px 0 0;direction:{{direction}};font-size:0px;padding:6px 0 0;text-align:center;" >
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0">
<tr><td class="" style="vertical-align:top;width:600px;" ><![endif]--><div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:{{start}};direction:{{direction}};display:inline-block;vertical-align:top;width:100%;" ><table border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%" ><tbody>
<tr><td style="vertical-align:top;padding:0;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" style="" width="100%" ><tbody></tbody></table></td></tr></tbody></table></div>
<!--[if mso | IE]></td></tr></table><![endif]--></td></tr></tbody></table></div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="card-outlook" role="presentation" style="width:600px;" width="600" bgcolor="#ffffff" >
<tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]--><div class="card" style="background:#ffffff;background-color:#ffffff;margin:0px auto;max-width:600px;border-radius:0 0 12px 12px;overflow:hidden;"><table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#ffffff;background-color:#ffffff;width:100%;border-collapse:separate;" ><tbody>
<tr><td style="border-radius:0 0 12px 12px;direction:{{direction}};font-size:0px;padding:28px 32px 20px;text-align:center;" >
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0">
<tr><td class="" style="vertical-align:top;width:536px;" ><![endif]--><div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:{{start}};direction:{{direction}};display:inline-block;vertical-align:top;width:100%;" ><table border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%" ><tbody>
<tr><td style="vertical-align:top;padding:0;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" style="" width="100%" ><tbody>
<!-- each named -->
<tr><td align="{{start}}" class="ink" style="font-size:0px;padding:0 0 28px;word-break:break-word;" ><div style="font-family:'Segoe UI', -apple-system, Roboto, Helvetica, Arial, sans-serif;font-size:17px;font-weight:700;line-height:1.5;text-align:{{start}};color:#1d2126;" ><p style="margin:0">{{shopName}}</p></div></td></tr>
<!-- end named -->
<!-- each logo -->
<tr><td align="{{start}}" class="ink" style="font-size:0px;padding:0 0 28px;word-break:break-word;" ><div style="font-family:'Segoe UI', -apple-system, Roboto, Helvetica, Arial, sans-serif;font-size:17px;font-weight:700;line-height:1.5;text-align:{{start}};color:#1d2126;" ><span class="plate" style="display:inline-block;background-color:#ffffff;background-image:linear-gradient(#ffffff,#ffffff);border-radius:8px;color:#1d2126"><img src="{{logo}}" alt="{{shopName}}" height="48" style="display:inline-block;border:0;width:auto;max-width:240px;height:auto;max-height:48px;vertical-align:middle"></span></div></td></tr>
<!-- end logo -->
<tr><td align="{{start}}" class="ink" style="font-size:0px;padding:0 0 20px;word-break:break-word;" ><div style="font-family:'Segoe UI', -apple-system, Roboto, Helvetica, Arial, sans-serif;font-size:24px;font-weight:700;line-height:1.3;text-align:{{start}};color:#1d2126;" ><h1 style="margin:0;font-size:24px;line-height:1.3;font-weight:700">{{heading}}</h1></div></td></tr>
<tr><td align="{{start}}" class="ink" style="font-size:0px;padding:0 0 16px;word-break:break-word;" ><div style="font-family:'Segoe UI', -apple-system, Roboto, Helvetica, Arial, sans-serif;font-size:16px;line-height:1.5;text-align:{{start}};color:#1d2126;" ><p style="margin:0">{{greeting}}</p></div></td></tr>
<tr><td align="{{start}}" class="ink" style="font-size:0px;padding:0 0 20px;word-break:break-word;" ><div style="font-family:'Segoe UI', -apple-system, Roboto, Helvetica, Arial, sans-serif;font-size:16px;line-height:1.5;text-align:{{start}};color:#1d2126;" ><p style="margin:0">{{opening}}</p></div></td></tr>
<tr><td align="{{start}}" class="ink line" style="font-size:0px;padding:0 0 24px;word-break:break-word;" ><table cellpadding="0" cellspacing="0" width="100%" border="0" style="color:#1d2126;font-family:'Segoe UI', -apple-system, Roboto, Helvetica, Arial, sans-serif;font-size:16px;line-height:1.5;table-layout:auto;width:100%;border:none;" >
<!-- each summary -->
<tr><td align="{{start}}" valign="top" class="soft" style="padding:12px 0;white-space:nowrap;border-top:1px solid #e2e4e8;color:#5a626d">{{label}}</td><td align="{{end}}" valign="top" style="padding:12px 0;padding-{{start}}:24px;border-top:1px solid #e2e4e8;font-weight:700">{{value}}</td></tr>
<!-- end summary -->
<tr><td colspan="2" style="padding:0;border-top:1px solid #e2e4e8;font-size:1px;line-height:1px"></td></tr></table></td></tr>
<!-- each paragraphs -->
<tr><td align="{{start}}" class="ink" style="font-size:0px;padding:0 0 16px;word-break:break-word;" ><div style="font-family:'Segoe UI', -apple-system, Roboto, Helvetica, Arial, sans-serif;font-size:16px;line-height:1.5;text-align:{{start}};color:#1d2126;" ><p style="margin:0">{{paragraph}}</p></div></td></tr>
<!-- end paragraphs -->
<!-- each links -->
<tr><td align="{{start}}" class="button" style="font-size:0px;padding:8px 0 28px;word-break:break-word;" ><table border="0" cellpadding="0" cellspacing="0" role="presentation" style="border-collapse:separate;line-height:100%;" ><tbody>
<tr><td align="center" bgcolor="{{accent}}" role="presentation" style="border:1px solid {{accentEdge}};border-radius:8px;cursor:auto;mso-padding-alt:13px 28px;background:{{accent}};" valign="middle" ><a href="{{url}}" style="display:inline-block;background:{{accent}};color:{{onAccent}};font-family:'Segoe UI', -apple-system, Roboto, Helvetica, Arial, sans-serif;font-size:16px;font-weight:700;line-height:1.3;margin:0;text-decoration:none;text-transform:none;padding:13px 28px;mso-padding-alt:0px;border-radius:8px;" target="_blank" > {{button}} </a></td></tr></tbody></table></td></tr>
<!-- end links -->
<!-- each closing -->
<tr><td align="{{start}}" class="ink" style="font-size:0px;padding:0 0 16px;word-break:break-word;" ><div style="font-family:'Segoe UI', -apple-system, Roboto, Helvetica, Arial, sans-serif;font-size:16px;line-height:1.5;text-align:{{start}};color:#1d2126;" ><p style="margin:0">{{paragraph}}</p></div></td></tr>
<!-- end closing -->
<tr><td align="{{start}}" class="ink" style="font-size:0px;padding:8px 0 16px;word-break:break-word;" ><div style="font-family:'Segoe UI', -apple-system, Roboto, Helvetica, Arial, sans-serif;font-size:16px;line-height:1.5;text-align:{{start}};color:#1d2126;" ><p style="margin:0">{{farewell}}<br>{{shopName}}</p></div></td></tr></tbody></table></td></tr></tbody></table></div>
<!--[if mso | IE]></td></tr></table><![endif]--></td></tr></tbody></table></div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:600px;" width="600" >
<tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]--><div style="margin:0px auto;max-width:600px;"><table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;" ><tbody>
<tr><td style="direction:{{direction}};font-size:0px;padding:20px 24px 40px;text-align:center;" >
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0">
<tr><td class="" style="vertical-align:top;width:552px;" ><![endif]--><div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:{{start}};direction:{{direction}};display:inline-block;vertical-align:top;width:100%;" ><table border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%" ><tbody>
<tr><td style="vertical-align:top;padding:0;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" style="" width="100%" ><tbody>
<tr><td align="center" class="soft" style="font-size:0px;padding:0;word-break:break-word;" ><div style="font-family:'Segoe UI', -apple-system, Roboto, Helvetica, Arial, sans-serif;font-size:13px;line-height:1.5;text-align:center;color:#5a626d;" ><p style="margin:0">{{reason}}</p></div></td></tr></tbody></table></td></tr></tbody></table></div>
<!--[if mso | IE]></td></tr></table><![endif]--></td></tr></tbody></table></div>
<!--[if mso | IE]></td></tr></table><![endif]--></div></body>
</html>`
