import { runAndExit } from './upload/run'

void runAndExit('upload')
