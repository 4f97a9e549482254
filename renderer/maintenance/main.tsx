import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MaintenanceApp } from './app.tsx';
import { connect } from './client.ts';
import '../ui/tokens.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
if (window.anjungan === undefined) throw new Error('this page is for a window of the program');
const client = await connect(window, window.anjungan);
createRoot(root).render(
  <StrictMode>
    <MaintenanceApp client={client} />
  </StrictMode>,
);
