import { chromium } from 'playwright-core';
import http from 'node:http'; import fs from 'node:fs';
const d='/tmp/a11y/dist/';
const s=http.createServer((q,r)=>{let p=q.url.split('?')[0];if(p==='/')p='/index.html';try{const b=fs.readFileSync(d+p);r.writeHead(200,{'content-type':p.endsWith('.js')?'text/javascript':p.endsWith('.wasm')?'application/wasm':p.endsWith('.css')?'text/css':p.endsWith('.json')?'application/json':'text/html'});r.end(b)}catch{r.writeHead(404);r.end()}}).listen(0);
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
for (const [w,h,n] of [[1280,900,'d'],[375,667,'m']]) {
const p=await b.newPage({viewport:{width:w,height:h}});
await p.goto('http://127.0.0.1:'+s.address().port+'/');
await p.getByRole('heading',{name:/results/}).waitFor();
await p.screenshot({path:'/tmp/a11y/'+n+'.png',fullPage:true});
if(n==='d'){await p.getByRole('button',{name:'What is peer support?'}).click();for(const x of await p.getByRole('button',{name:/More about/}).all())await x.click();
fs.writeFileSync('/tmp/a11y/dom.html',await p.evaluate(()=>document.querySelector('peer-support-directory').shadowRoot.innerHTML));
fs.writeFileSync('/tmp/a11y/aria.yml',await p.locator('peer-support-directory').ariaSnapshot());}
}
await b.close();s.close();
